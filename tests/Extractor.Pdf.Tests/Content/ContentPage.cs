using System.Text;
using Extractor.Pdf.Content;
using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Tests.Content;

/// <summary>A page made of content operators, read without a file around it.</summary>
internal sealed class ContentPage : IPdfObjects
{
    public const string Helvetica = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>";
    private readonly Dictionary<int, PdfValue> _objects = [];

    public ContentPage(PdfOptions? options = null) => Budget = new PdfBudget(options ?? PdfOptions.Default);

    public NameTable Names { get; } = new();

    public PdfBudget Budget { get; }

    public WarningLog Warnings { get; } = new();

    public PageGeometry Geometry { get; init; } = new(0, 0, 200, 100, 0, 1);

    public string Resources { get; init; } = Helvetica;

    public string? Catalog { get; init; }

    public PdfValue Resolve(PdfValue value) => value.Kind == PdfKind.Reference ? _objects.GetValueOrDefault(value.ReferenceNumber) : value;

    public DecodedStream Decode(PdfStream stream)
    {
        Budget.CheckTime();
        byte[] bytes = stream.Raw.ToArray();
        return new DecodedStream(bytes, 0, bytes.Length, isPooled: false);
    }

    /// <summary>Adds an object that "number 0 R" in any text refers to.</summary>
    public ContentPage With(int number, string value, byte[]? stream = null)
    {
        PdfValue parsed = Parse(value);
        _objects[number] = stream is null ? parsed : PdfValue.From(new PdfStream(parsed.AsDictionary()!, stream, number, 0));
        return this;
    }

    public ContentPage WithForm(int number, string dictionary, string content) => With(number, dictionary, Encoding.Latin1.GetBytes(content));

    public PdfPage Read(string content)
    {
        PdfStream stream = new(new PdfDictionary(this, []), Encoding.Latin1.GetBytes(content), 0, 0);
        PdfDictionary page = new(this, [new("Contents", PdfValue.From(stream))]);
        PageNode node = new() { Number = 1, Dictionary = page, Geometry = Geometry, Resources = Parse(Resources).AsDictionary() };
        return new PageReader(this, Catalog is null ? null : Parse(Catalog).AsDictionary()).Read(node);
    }

    public PdfValue Parse(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        return new ObjectParser(this).Read(new PdfLexer(bytes, 0, bytes.Length));
    }
}

internal static class PageText
{
    /// <summary>The texts of all glyphs in drawing order.</summary>
    public static string Drawn(this PdfPage page) => string.Concat(page.Glyphs.Select(glyph => glyph.Text));
}
