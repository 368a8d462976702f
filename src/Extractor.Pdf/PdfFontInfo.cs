namespace Extractor.Pdf;

/// <summary>What is known of a font apart from its glyphs; one instance a font of the file.</summary>
/// <param name="Name">The base font's name without the subset prefix, such as "TimesNewRomanPS-BoldMT" or ".VnTime".</param>
/// <param name="IsBold">Whether descriptor flags, weight or name say bold.</param>
/// <param name="IsItalic">Whether descriptor flags, angle or name say italic.</param>
/// <param name="HasToUnicode">Whether the file itself says what the codes mean.</param>
public sealed record PdfFontInfo(string Name, bool IsBold, bool IsItalic, bool HasToUnicode);
