using System.Text;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Tests;

/// <summary>Objects outside a file, for tests of single parts: references lead to nothing.</summary>
internal sealed class PlainObjects(PdfOptions? options = null) : IPdfObjects
{
    public NameTable Names { get; } = new();

    public PdfBudget Budget { get; } = new(options ?? PdfOptions.Default);

    public WarningLog Warnings { get; } = new();

    public PdfValue Resolve(PdfValue value) => value.Kind == PdfKind.Reference ? default : value;

    public DecodedStream Decode(PdfStream stream) => FilterChain.Decode(stream.Dictionary, stream.Raw, this);

    /// <summary>Reads an object from its text.</summary>
    public PdfValue Parse(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        return new ObjectParser(this).Read(new PdfLexer(bytes, 0, bytes.Length));
    }

    /// <summary>Decodes data by the entries of a stream dictionary.</summary>
    public DecodedStream Decode(string entries, byte[] data) => Decode(new PdfStream(Parse("<< " + entries + " >>").AsDictionary()!, data, 0, 0));
}
