using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>What the signals of an explanation say to the user.</summary>
internal static class ExplanationTexts
{
    public static LocalText LeadsNext { get; } = new(
        "Dòng khớp với chỉ tiêu này hơn chỉ tiêu gần nhất.", "The row fits this indicator better than the next one.");

    public static LocalText TrailsNext { get; } = new(
        "Dòng không khớp với chỉ tiêu này hơn một chỉ tiêu khác.", "The row fits this indicator no better than another one.");

    public static LocalText LeadsNone { get; } = new(
        "Dòng khớp với chỉ tiêu này hơn là không thuộc chỉ tiêu nào.", "The row is rather this indicator than none of the schema.");

    public static LocalText TrailsNone { get; } = new(
        "Dòng có thể không thuộc chỉ tiêu nào.", "The row may be no indicator of the schema.");

    public static LocalText LeadsAlone { get; } = new(
        "Xét riêng dòng này, chưa xét các dòng quanh nó, chỉ tiêu này vẫn khớp nhất.", "Taken alone, without the rows around it, the row fits this indicator best.");

    public static LocalText TrailsAlone { get; } = new(
        "Xét riêng dòng này thì chưa rõ; các dòng quanh nó quyết định.", "Taken alone the row is in doubt; the rows around it decide.");

    public static LocalText LabelExplained { get; } = new(
        "Phần của nhãn mà các tên gọi của chỉ tiêu giải thích được.", "Share of the label that the names of the indicator explain.");

    public static LocalText NeedsPlace { get; } = new(
        "Nhiều dòng có cùng nhãn; chỉ vị trí phân biệt chúng.", "Several rows have the same label; only their places tell them apart.");

    public static LocalText Reviewed { get; } = new(
        "Dòng này đã được người soát xác nhận trên cùng biểu mẫu trước đây.", "A reviewer settled this row on the same form before.");

    public static LocalText ColumnsLost { get; } = new(
        "Bảng được in rời từng cột; số liệu có thể thuộc dòng bên cạnh.", "The table was printed column by column; the figure may be its neighbour's.");

    public static LocalText ColumnTaken { get; } = new("Xác suất cột là chỉ tiêu này.", "Probability that the column is this indicator.");

    public static LocalText RowTaken { get; } = new("Xác suất dòng được hiểu đúng.", "Probability that the row was understood.");

    public static LocalText StatedInProse { get; } = new(
        "Số liệu lấy từ lời văn; xác suất câu được hiểu đúng.", "The figure stands in the prose; probability that the sentence was understood.");

    public static LocalText Suspect { get; } = new(
        "Sửa số liệu này sẽ khớp nhiều quy tắc nhất.", "A change of this very figure would mend the most rules.");

    public static LocalText FormFit { get; } = new(
        "Xác suất trung bình các dòng của báo cáo được hiểu đúng.", "Mean probability that the rows of this report were understood.");

    public static LocalText RowsNearby { get; } = new(
        "Xác suất trung bình các dòng lân cận được hiểu đúng.", "Mean probability that the rows around it were understood.");

    public static LocalText IllegibleWords { get; } = new(
        "Tỷ lệ từ trong nhãn không thể là tiếng Việt.", "Share of the words in the labels that cannot be Vietnamese.");

    public static LocalText OddFigures { get; } = new(
        "Tỷ lệ số liệu của báo cáo được đọc với nghi ngờ.", "Share of the figures of this report that were read with a doubt.");

    public static LocalText OddFigure { get; } = new("Ô số liệu này được đọc với nghi ngờ.", "This very figure was read with a doubt.");

    public static LocalText PlacesAgree(int count) => new($"Số nơi khác nêu cùng số liệu: {count}.", $"Other places with the same figure: {count}.");

    public static LocalText PlacesDisagree(int count) => new($"Số nơi khác nêu số liệu khác: {count}.", $"Other places with another figure: {count}.");

    public static LocalText RulesHold(int count) => new($"Số quy tắc được thỏa mãn: {count}.", $"Rules with the figure that hold: {count}.");

    public static LocalText RulesBroken(int count) => new($"Số quy tắc bị vi phạm: {count}.", $"Rules with the figure that are broken: {count}.");
}
