using Extractor.Models;

namespace Extractor.Ingest;

/// <summary>Refuses a document that no report can be, before time is spent on its meaning.</summary>
internal static class DocumentSize
{
    /// <summary>Checks the bounds.</summary>
    /// <exception cref="LimitExceededException">The document holds more than the options allow.</exception>
    public static void Check(Document document, ExtractorOptions options)
    {
        if (document.Blocks.Length > options.MaxBlocks)
        {
            throw TooMany(nameof(options.MaxBlocks), options.MaxBlocks, "đoạn văn và bảng", "paragraphs and tables");
        }

        if (document.Blocks.OfType<TableBlock>().Sum(t => (long)t.RowCount) > options.MaxTableRows)
        {
            throw TooMany(nameof(options.MaxTableRows), options.MaxTableRows, "hàng trong các bảng", "table rows");
        }
    }

    private static LimitExceededException TooMany(string limit, int allowed, string vietnamese, string english) =>
        new(limit, new LocalText(
            $"Tài liệu có hơn {allowed} {vietnamese}, không thể là một báo cáo; hãy tách thành từng báo cáo.",
            $"The document has more than {allowed} {english} and cannot be one report; split it into single reports."));
}
