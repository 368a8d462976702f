using Extractor.Models;

namespace Extractor.Ingest.Docx;

/// <summary>Makes the error for each bound of <see cref="DocxOptions"/>.</summary>
internal static class DocxLimit
{
    /// <summary>Too many entries in the package.</summary>
    public static LimitExceededException Entries(int limit) => Make(nameof(DocxOptions.MaxEntries), "mục trong gói", "entries in the package", limit);

    /// <summary>A part that unpacks to too much.</summary>
    public static LimitExceededException PartBytes(long limit) => Make(nameof(DocxOptions.MaxPartBytes), "byte cho một phần", "bytes in one part", limit);

    /// <summary>Elements nested too deep.</summary>
    public static LimitExceededException Depth(int limit) => Make(nameof(DocxOptions.MaxDepth), "cấp phần tử lồng nhau", "levels of nested elements", limit);

    /// <summary>Tables or text boxes nested too deep.</summary>
    public static LimitExceededException Nesting(int limit) =>
        Make(nameof(DocxOptions.MaxNesting), "cấp bảng hoặc hộp văn bản lồng nhau", "levels of nested tables or text boxes", limit);

    /// <summary>Too many paragraphs.</summary>
    public static LimitExceededException Paragraphs(int limit) => Make(nameof(DocxOptions.MaxParagraphs), "đoạn văn", "paragraphs", limit);

    /// <summary>Too many rows in a table.</summary>
    public static LimitExceededException TableRows(int limit) => Make(nameof(DocxOptions.MaxTableRows), "hàng trong một bảng", "rows in one table", limit);

    /// <summary>Too many columns in a table.</summary>
    public static LimitExceededException TableColumns(int limit) =>
        Make(nameof(DocxOptions.MaxTableColumns), "cột trong một bảng", "columns in one table", limit);

    /// <summary>Too many grid positions in a table.</summary>
    public static LimitExceededException TablePositions(int limit) =>
        Make(nameof(DocxOptions.MaxTablePositions), "ô lưới trong một bảng", "grid positions in one table", limit);

    private static LimitExceededException Make(string option, string vietnamese, string english, long limit) =>
        new(option, DocxText.TooLarge(new LocalText(vietnamese, english), limit));
}
