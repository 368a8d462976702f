using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Tables.Crossed;

/// <summary>Reads the rows below the header of a crossed table.</summary>
internal sealed class CrossedRowReader(TableBlock table, int index, CrossedHeader header, CrossedVocabulary words)
{
    private const double Sure = 0.99;
    private const double Guessed = 0.8;

    /// <summary>The rows in printed order.</summary>
    /// <param name="firstRow">First row to read.</param>
    /// <param name="outline">Groups open above; those of the table before where it goes on.</param>
    public ImmutableArray<CrossedRow> Read(int firstRow, ItemOutline outline)
    {
        List<(StatisticalRow Row, ImmutableArray<PlacedText?> Cells)> printed = [];
        for (int row = firstRow; row < table.RowCount; row++)
        {
            if (!RowFurniture.IsEmpty(table, row) && !RowFurniture.RepeatsHeader(table, row, header.Texts) && !ColumnNumberRow.Is(table, row))
            {
                printed.Add((ReadRow(row), [.. header.Figures.Select(f => OwnCell(row, f.Column))]));
            }
        }

        TotalRow[] totals = TotalRows.Judge([.. printed.Select(p => (p.Row, HasFigure(p.Cells)))], words);
        var rows = ImmutableArray.CreateBuilder<CrossedRow>(printed.Count);
        for (int i = 0; i < printed.Count; i++)
        {
            (StatisticalRow row, ImmutableArray<PlacedText?> cells) = printed[i];
            rows.Add(totals[i].Kind switch
            {
                TotalKind.Whole => new CrossedRow(row, null, true, Confidence.Clamp(Sure), cells),
                TotalKind.Group when outline.GroupOf(totals[i].Behind) is { } group =>
                    new CrossedRow(row, group, false, Confidence.Clamp(Guessed), cells),
                _ => Item(row, cells, outline),
            });
        }

        return rows.MoveToImmutable();
    }

    private CrossedRow Item(StatisticalRow row, ImmutableArray<PlacedText?> cells, ItemOutline outline)
    {
        if (row.Label.Text.AsSpan().IsWhiteSpace())
        {
            return new CrossedRow(row, null, false, Confidence.Clamp(Guessed), cells);
        }

        string outer = string.Join('\n', header.Items[..^1].Select(c => OuterText(row.Row, c)).Where(t => t.Length > 0));
        FieldItem item = outline.Enter(row, outer, HasFigure(cells), header.Dimensions);
        return new CrossedRow(row, item, false, Confidence.Clamp(header.Dimensions.IsEmpty ? Guessed : Sure), cells);
    }

    private StatisticalRow ReadRow(int row)
    {
        TableCell? labelCell = CellAt(row, header.Label);
        TableCell? numberCell = CellAt(row, header.Number);
        PlacedText label = labelCell is { } own && own.Row == row ? own.Text : PlacedText.Empty;
        string stt = "";
        if (numberCell is not null && numberCell.Row == row && !ReferenceEquals(numberCell, labelCell))
        {
            string text = numberCell.Text.Text.Trim();
            stt = PrintedNumber.Mend(text) ?? "";
            // "Tổng cộng" printed in the number column, the label left empty.
            label = stt.Length == 0 && label.Text.AsSpan().IsWhiteSpace() ? numberCell.Text : label;
        }

        if (stt.Length == 0 && PrintedNumber.LeadingLength(label.Text) is > 0 and var length)
        {
            stt = label.Text[..length].Trim();
            label = label.Slice(length, label.Text.Length - length);
        }

        return new StatisticalRow
        {
            Table = index,
            Row = row,
            Stt = stt,
            Group = "",
            Label = label,
            Unit = PlacedText.Empty,
            Value = PlacedText.Empty,
            Note = header.Note >= 0 && OwnCell(row, header.Note) is { } note ? note : PlacedText.Empty,
            NoteColumn = header.Note >= 0 && OwnCell(row, header.Note) is not null ? header.Note : null,
            Areas = row < table.RowAreas.Length ? table.RowAreas[row] : [],
        };
    }

    // An office printed once beside all its lines of business.
    private string OuterText(int row, int column) => CellAt(row, column)?.Text.Text.Trim() ?? "";

    private PlacedText? OwnCell(int row, int column) =>
        CellAt(row, column) is { } cell && cell.Row == row && cell.Column == column ? cell.Text : null;

    private TableCell? CellAt(int row, int column) => column < 0 || column >= table.ColumnCount ? null : table[row, column];

    private static bool HasFigure(ImmutableArray<PlacedText?> cells) => cells.Any(c => c is not null && !c.Text.AsSpan().IsWhiteSpace());
}
