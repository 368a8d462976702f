using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>Reads the rows below a header: repeated headers and empty rows dropped, numbers mended, groups told from numbers.</summary>
internal sealed class StatisticalRowReader(
    TableBlock table, int index, TableHeader header, TableVocabulary vocabulary, Func<string, bool> isUnit)
{
    private readonly TableColumns _columns = header.Columns;
    private string _openGroup = "";

    /// <summary>The rows in printed order.</summary>
    public ImmutableArray<StatisticalRow> Read()
    {
        var rows = ImmutableArray.CreateBuilder<StatisticalRow>(table.RowCount);
        for (int row = header.EndRow; row < table.RowCount; row++)
        {
            if (!RowFurniture.IsEmpty(table, row) && !RowFurniture.RepeatsHeader(table, row, header.Texts))
            {
                rows.Add(ReadRow(row));
            }
        }

        return rows.ToImmutable();
    }

    private StatisticalRow ReadRow(int row)
    {
        (string stt, string group) = ReadNumber(row);
        PlacedText label = ReadLabel(row, ref stt);
        PlacedText unit = OwnText(row, _columns.Unit, _columns.Label);
        PlacedText value = OwnText(row, _columns.Value, _columns.Label, _columns.Unit);
        bool isGroupRow = vocabulary.IsGroup(SqueezedText.Of(label.Text)) && value.Text.AsSpan().IsWhiteSpace();
        if (stt.Length > 0 || isGroupRow)
        {
            // "Trong đó" in a row of its own opens a group that the next numbered row closes.
            _openGroup = isGroupRow ? label.Text.Trim() : "";
        }
        else if (group.Length == 0)
        {
            group = _openGroup;
        }

        return new StatisticalRow
        {
            Table = index,
            Row = row,
            Stt = stt,
            Group = isGroupRow ? "" : group,
            Label = label,
            Unit = _columns.Unit < 0 ? UnitInside(label) : unit,
            Value = value,
            Note = OwnText(row, _columns.Note, _columns.Label, _columns.Unit, _columns.Value),
            ValueDoubt = HasCell(row, _columns.Value) ? CellAt(row, _columns.Value)?.Doubt : null,
            ValueColumn = HasCell(row, _columns.Value) ? _columns.Value : null,
            NoteColumn = HasCell(row, _columns.Note) ? _columns.Note : null,
            Areas = row < table.RowAreas.Length ? table.RowAreas[row] : [],
        };
    }

    private (string Stt, string Group) ReadNumber(int row)
    {
        if (_columns.Number < 0 || table[row, _columns.Number] is not { } cell || ReferenceEquals(cell, CellAt(row, _columns.Label)))
        {
            return ("", "");
        }

        string text = cell.Text.Text.Trim();
        if (text.Length == 0)
        {
            return ("", "");
        }

        // A number that spans rows belongs to the first of them, a word to all.
        return PrintedNumber.Mend(text) is { } number ? (cell.Row == row ? number : "", "") : ("", text);
    }

    private PlacedText ReadLabel(int row, ref string stt)
    {
        PlacedText label = OwnText(row, _columns.Label);
        if (_columns.Number < 0 || CellAt(row, _columns.Label) is not { } cell || cell.Column > _columns.Number || cell.Row != row)
        {
            return label;
        }

        // A heading merged over the number column prints its number in front of the label.
        int length = PrintedNumber.LeadingLength(label.Text);
        if (length == 0)
        {
            return label;
        }

        stt = label.Text[..length].Trim();
        return label.Slice(length, label.Text.Length - length);
    }

    // A cell belongs to the row and the column it starts in; a cell another role claims already is not read twice.
    private PlacedText OwnText(int row, int column, params ReadOnlySpan<int> claimed)
    {
        if (CellAt(row, column) is not { } cell || cell.Row != row)
        {
            return PlacedText.Empty;
        }

        foreach (int other in claimed)
        {
            if (ReferenceEquals(cell, CellAt(row, other)))
            {
                return PlacedText.Empty;
            }
        }

        return cell.Text;
    }

    private bool HasCell(int row, int column) =>
        CellAt(row, column) is { } cell && cell.Row == row && !ReferenceEquals(cell, CellAt(row, _columns.Label));

    private TableCell? CellAt(int row, int column) => column < 0 || column >= table.ColumnCount ? null : table[row, column];

    // Forms without a unit column print the unit in brackets at the label's end: "Số hồ sơ đã tiếp nhận (hồ sơ)".
    private PlacedText UnitInside(PlacedText label)
    {
        string text = label.Text.TrimEnd();
        int open = text.LastIndexOf('(');
        return open > 0 && text[^1] == ')' && isUnit(SqueezedText.Of(text[(open + 1)..^1]))
            ? label.Slice(open + 1, text.Length - open - 2)
            : PlacedText.Empty;
    }
}
