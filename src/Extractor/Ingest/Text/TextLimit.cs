using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>Makes the error for each bound of <see cref="TextOptions"/>.</summary>
internal static class TextLimit
{
    /// <summary>Too many lines.</summary>
    public static LimitExceededException Lines(int limit) => Make(nameof(TextOptions.MaxLines), "dòng", "lines", limit);

    /// <summary>A line that is too long.</summary>
    public static LimitExceededException LineLength(int limit) => Make(nameof(TextOptions.MaxLineLength), "ký tự trên một dòng", "characters on one line", limit);

    /// <summary>Too many words in a table.</summary>
    public static LimitExceededException TableWords(int limit) => Make(nameof(TextOptions.MaxTableWords), "từ trong một bảng", "words in one table", limit);

    /// <summary>Too many rows in a table.</summary>
    public static LimitExceededException TableRows(int limit) => Make(nameof(TextOptions.MaxTableRows), "hàng trong một bảng", "rows in one table", limit);

    /// <summary>Too many columns in a table.</summary>
    public static LimitExceededException TableColumns(int limit) =>
        Make(nameof(TextOptions.MaxTableColumns), "cột trong một bảng", "columns in one table", limit);

    private static LimitExceededException Make(string option, string vietnamese, string english, int limit) =>
        new(option, new LocalText(
            $"Tệp văn bản có hơn {limit} {vietnamese}, không thể là một báo cáo; hãy tách thành từng báo cáo.",
            $"The text has more than {limit} {english} and cannot be one report; split it into single reports."));
}
