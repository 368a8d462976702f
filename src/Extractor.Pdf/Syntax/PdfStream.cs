namespace Extractor.Pdf.Syntax;

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
/// <param name="dictionary">The stream dictionary.</param>
/// <param name="raw">The encoded and possibly encrypted bytes.</param>
/// <param name="number">Object number, from which the key of an encrypted stream is made; 0 for inline images.</param>
/// <param name="generation">Generation number.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, int number, int generation)
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public int Number { get; } = number;

    public int Generation { get; } = generation;

    /// <summary>Decrypts and decodes; dispose of the result when done, its buffer is pooled.</summary>
    /// <exception cref="PdfException">A budget is used up; damaged data never throws, it ends early.</exception>
    public DecodedStream Decode() => Dictionary.Objects.Decode(this);
}
