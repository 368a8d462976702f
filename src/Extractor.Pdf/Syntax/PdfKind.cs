namespace Extractor.Pdf.Syntax;

/// <summary>The basic object types of ISO 32000-2, 7.3; integers and reals are one kind.</summary>
internal enum PdfKind : byte
{
    Null,
    Boolean,
    Number,
    Name,
    String,
    Array,
    Dictionary,
    Stream,
    Reference,
}
