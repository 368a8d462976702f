namespace Extractor.Pdf.Files;

/// <summary>Where an object stands.</summary>
/// <param name="IsCompressed">Whether it is inside an object stream.</param>
/// <param name="Position">Offset in the file as written, or the number of the object stream.</param>
/// <param name="Index">Generation, or index in the object stream.</param>
internal readonly record struct XrefEntry(bool IsCompressed, int Position, int Index);
