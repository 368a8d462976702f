using System.Collections.Immutable;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Printing;

/// <summary>How the tables of a report are set: the order of the columns, their headings, whether two rows of headings stand above them.</summary>
/// <param name="Columns">The columns from left to right.</param>
/// <param name="Headings">Their headings.</param>
/// <param name="HasTwoHeaderRows">Whether one heading spans unit and figure.</param>
/// <param name="MergesGroups">Whether the text of a group spans its rows; otherwise it stands in the first.</param>
internal sealed record TableLayout(ImmutableArray<TableColumn> Columns, ImmutableArray<string> Headings, bool HasTwoHeaderRows, bool MergesGroups)
{
    private static readonly string[] Numbers = ["STT", "TT", "Số TT"];
    private static readonly string[] Labels = ["Chỉ tiêu thống kê", "Nội dung", "Tên chỉ tiêu", "Chỉ tiêu", "Nội dung báo cáo"];
    private static readonly string[] Units = ["Đơn vị tính", "ĐVT", "Đơn vị"];
    private static readonly string[] Values = ["Số liệu", "Kết quả", "Số lượng", "Kết quả thực hiện", "Giá trị"];
    private static readonly string[] Notes = ["Ghi chú", "Ghi chú"];

    /// <summary>A layout of the field.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="hasNotes">Whether any row has a note, so that the column has to be there.</param>
    public static TableLayout Choose(SeededRandom random, bool hasNotes)
    {
        bool isSwapped = random.Chance(0.2);
        var columns = new List<TableColumn> { TableColumn.Number, TableColumn.Label };
        columns.AddRange(isSwapped ? [TableColumn.Value, TableColumn.Unit] : [TableColumn.Unit, TableColumn.Value]);
        if (hasNotes || random.Chance(0.6))
        {
            columns.Add(TableColumn.Note);
        }

        return new TableLayout(
            [.. columns], [.. columns.Select(c => random.Pick(HeadingsOf(c)))], !isSwapped && random.Chance(0.3), random.Chance(0.8));
    }

    private static string[] HeadingsOf(TableColumn column) => column switch
    {
        TableColumn.Number => Numbers,
        TableColumn.Label => Labels,
        TableColumn.Unit => Units,
        TableColumn.Value => Values,
        _ => Notes,
    };

    /// <summary>What a row prints in a column.</summary>
    public static string CellOf(PrintedRow row, TableColumn column) => column switch
    {
        TableColumn.Number => row.Group.Length > 0 ? row.Group : row.Stt,
        TableColumn.Label => row.Label,
        TableColumn.Unit => row.Unit,
        TableColumn.Value => row.Value,
        _ => row.Note,
    };
}

/// <summary>Columns of a statistical table.</summary>
internal enum TableColumn
{
    /// <summary>Number or group.</summary>
    Number,

    /// <summary>Name of the row.</summary>
    Label,

    /// <summary>Unit.</summary>
    Unit,

    /// <summary>Figure.</summary>
    Value,

    /// <summary>Note.</summary>
    Note,
}
