using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>Names of slices for people.</summary>
internal static class SliceNames
{
    private static readonly Dictionary<(SliceDimension, string), LocalText> Keys = new()
    {
        [(SliceDimension.Kind, "heading")] = new("Đề mục", "Heading"),
        [(SliceDimension.Kind, "count")] = new("Số lượng", "Count"),
        [(SliceDimension.Kind, "percent")] = new("Tỷ lệ phần trăm", "Percentage"),
        [(SliceDimension.Kind, "ratio")] = new("Tỷ số (10/10)", "Ratio (10/10)"),
        [(SliceDimension.Kind, "boolean")] = new("Có hoặc không", "Yes or no"),
        [(SliceDimension.Kind, "enum")] = new("Lựa chọn theo mã", "Coded option"),
        [(SliceDimension.Kind, "money")] = new("Số tiền", "Money"),
        [(SliceDimension.Status, "reported")] = new("Có số liệu", "Value reported"),
        [(SliceDimension.Status, "blank")] = new("Ô trống", "Blank cell"),
        [(SliceDimension.Status, "notReported")] = new("Ghi là không báo cáo (-)", "Marked as not reported (-)"),
        [(SliceDimension.Status, "unreadable")] = new("Không đọc được thành số", "Not readable as a figure"),
        [(SliceDimension.Source, "table")] = new("Bảng biểu", "Table"),
        [(SliceDimension.Source, "narrative")] = new("Phần lời văn", "Prose"),
        [(SliceDimension.Source, "note")] = new("Ghi chú", "Note"),
        [(SliceDimension.Source, "none")] = new("Không có trích dẫn", "No quote"),
        [(SliceDimension.Rows, "mapped")] = new("Dòng được nhận là chỉ tiêu", "Row taken for an indicator"),
        [(SliceDimension.Rows, "foreign")] = new("Dòng được coi là ngoài bộ chỉ tiêu", "Row taken for none of the schema"),
    };

    /// <summary>What slices are told apart by.</summary>
    public static LocalText Of(SliceDimension dimension) => dimension switch
    {
        SliceDimension.Format => new("Định dạng tệp", "File format"),
        SliceDimension.Family => new("Loại báo cáo", "Report family"),
        SliceDimension.Kind => new("Kiểu số liệu", "Kind of value"),
        SliceDimension.Status => new("Tình trạng", "Status"),
        SliceDimension.Source => new("Nguồn", "Source"),
        SliceDimension.Rows => new("Dòng của bảng", "Table rows"),
        SliceDimension.ConfidenceBand => new("Mức tin cậy", "Confidence"),
        SliceDimension.Report => new("Báo cáo", "Report"),
        _ => throw new InvalidOperationException($"Unknown dimension {dimension}."),
    };

    /// <summary>What the cases of a slice have in common.</summary>
    public static LocalText Of(SliceFigures slice) =>
        slice.Key.Length == 0 ? new LocalText("(còn lại)", "(all others)")
        : Keys.TryGetValue((slice.Dimension, slice.Key), out LocalText? name) ? name
        : slice.Dimension == SliceDimension.ConfidenceBand ? new LocalText(slice.Key.Replace('.', ','), slice.Key)
        : new LocalText(slice.Key, slice.Key);
}
