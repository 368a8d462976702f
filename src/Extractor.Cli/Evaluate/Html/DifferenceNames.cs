using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Names of differences and of what they are about, for people.</summary>
internal static class DifferenceNames
{
    private static readonly Dictionary<string, LocalText> Parts = new(StringComparer.Ordinal)
    {
        ["stt"] = new("số thứ tự", "number"),
        ["label"] = new("tên chỉ tiêu", "label"),
        ["unit"] = new("đơn vị tính", "unit"),
        ["value"] = new("số liệu", "value"),
        ["note"] = new("ghi chú", "note"),
        ["agency"] = new("cơ quan báo cáo", "agency"),
        ["parentAgency"] = new("cơ quan cấp trên", "parent agency"),
        ["number"] = new("số, ký hiệu", "document number"),
        ["issuedOn"] = new("ngày ban hành", "date"),
        ["title"] = new("tên báo cáo", "title"),
        ["signer"] = new("người ký", "signer"),
        ["period"] = new("kỳ báo cáo", "period"),
    };

    /// <summary>Heading over the differences of a kind.</summary>
    public static LocalText Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NothingRead => new("Tệp không đọc được dòng nào", "Files of which no row was read"),
        DifferenceKind.WrongValue => new("Số liệu sai", "Wrong values"),
        DifferenceKind.MissingValue => new("Số liệu còn thiếu", "Missing values"),
        DifferenceKind.WrongCode => new("Dòng nhận sai chỉ tiêu", "Rows taken for the wrong indicator"),
        DifferenceKind.MissingRow => new("Dòng không tìm thấy", "Rows not found"),
        DifferenceKind.Cell => new("Ô đọc khác bản in", "Cells read differently"),
        DifferenceKind.MissingFact => new("Số liệu trong lời văn không tìm thấy", "Figures of the prose not found"),
        DifferenceKind.Head => new("Phần đầu báo cáo", "Head of the report"),
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    /// <summary>Column or part of the head; a column of a crossed table by its number.</summary>
    public static LocalText OfPart(string part) =>
        Parts.TryGetValue(part, out LocalText? name) ? name : new LocalText($"cột số liệu {part}", $"figure column {part}");
}
