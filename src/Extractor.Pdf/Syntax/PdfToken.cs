namespace Extractor.Pdf.Syntax;

/// <summary>What the lexer has read.</summary>
internal enum PdfToken : byte
{
    /// <summary>The end of the data.</summary>
    End,
    Number,
    Name,
    String,

    /// <summary>An operator or a word such as "obj", "true", "R"; also a single brace.</summary>
    Keyword,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
}
