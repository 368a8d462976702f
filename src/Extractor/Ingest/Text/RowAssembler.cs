using System.Collections.Immutable;
using System.Text;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>Turns cells of words into a table block with its header row.</summary>
internal static class RowAssembler
{
    /// <summary>Builds the block from runs of words.</summary>
    /// <param name="heading">The headings.</param>
    /// <param name="text">The words.</param>
    /// <param name="spans">The cells.</param>
    /// <param name="figures">All figures of the lines that have several.</param>
    public static TableBlock Assemble(TableHeading heading, TableText text, ImmutableArray<CellSpan> spans, Dictionary<int, PlacedFigures> figures) =>
        Assemble(heading, CollectRows(text, spans, heading, figures), heading.Columns);

    /// <summary>Builds the block from rows.</summary>
    /// <param name="heading">The headings.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns in their order, the number first.</param>
    public static TableBlock Assemble(TableHeading heading, List<TableRow> rows, ImmutableArray<CellKind> columns)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (int column = 0; column < columns.Length; column++)
        {
            cells.Add(new TableCell(0, column, new PlacedText(heading.Title(columns[column]))));
        }

        for (int i = 0; i < rows.Count; i++)
        {
            AddRow(cells, rows, i, columns);
        }

        return new TableBlock(rows.Count + 1, columns.Length, cells.ToImmutable(), headerRowCount: 1);
    }

    private static void AddRow(ImmutableArray<TableCell>.Builder cells, List<TableRow> rows, int i, ImmutableArray<CellKind> columns)
    {
        TableRow row = rows[i];
        if (row[CellKind.Group] is { Length: > 0 } group)
        {
            int span = 1;
            while (i + span < rows.Count && rows[i + span][CellKind.Group].Length == 0 && rows[i + span][CellKind.Number].Length == 0)
            {
                span++;
            }

            cells.Add(new TableCell(i + 1, 0, span, 1, new PlacedText(group), []));
        }
        else if (!IsInGroup(rows, i))
        {
            cells.Add(new TableCell(i + 1, 0, new PlacedText(row[CellKind.Number])));
        }

        for (int column = 1; column < columns.Length; column++)
        {
            cells.Add(new TableCell(i + 1, column, new PlacedText(row[columns[column]], noteMarks: row.Marks(columns[column]))) { Doubt = row.Doubt(columns[column]) });
        }
    }

    private static bool IsInGroup(List<TableRow> rows, int i)
    {
        while (i > 0 && rows[i][CellKind.Number].Length == 0 && rows[i][CellKind.Group].Length == 0)
        {
            i--;
        }

        return rows[i][CellKind.Group].Length > 0;
    }

    private static List<TableRow> CollectRows(TableText text, ImmutableArray<CellSpan> spans, TableHeading heading, Dictionary<int, PlacedFigures> figures)
    {
        var rows = new List<TableRow>();
        foreach (CellSpan span in spans)
        {
            if (span.StartsRow || rows.Count == 0)
            {
                rows.Add(new TableRow());
            }

            if (span.Kind == CellKind.Value)
            {
                rows[^1].DoubtFigures(text.Doubts.GetValueOrDefault(text.Tokens[span.Start].Line));
            }

            if (span.Kind == CellKind.Value && heading.Figures.Length > 1 && figures.GetValueOrDefault(text.Tokens[span.Start].Line) is { } placed && IsFigure(text, span))
            {
                AppendFigures(rows[^1], heading, placed, Join(text, span), MarksOf(text, span));
                continue;
            }

            string joined = Join(text, span);
            if (span.Kind == CellKind.Value && rows[^1][CellKind.Value].Length > 0 && IsFigure(text, span))
            {
                rows[^1].DoubtFigures(TwoFigures(rows[^1][CellKind.Value], joined));
            }

            rows[^1].Append(span.Kind, joined, MarksOf(text, span));
            if (span.Kind == CellKind.Value && (heading.Figures.Length > 1 || !heading.Unparted.IsEmpty) && IsFigure(text, span))
            {
                rows[^1].DoubtFigures(FigurePlacement.Doubt(joined, heading.Unparted.IsEmpty ? heading.Figures : heading.Unparted));
            }
        }

        ImmutableArray<string> columns = heading.Unparted.IsEmpty ? heading.Figures : heading.Unparted;
        foreach (TableRow row in rows)
        {
            row.MoveGroupBesideNumber();
            if (columns.Length > 1 && row[CellKind.Unit].Length > 0 && row.HasNoFigure)
            {
                row.DoubtFigures(FigurePlacement.Doubt("", columns));
            }
        }

        return rows;
    }

    private static LocalText TwoFigures(string first, string second) => new(
        $"Hai số “{first}” và “{second}” được đọc vào một ô qua chỗ ngắt trang; có thể chúng thuộc hai hàng.",
        $"Two figures, “{first}” and “{second}”, were read into one cell across a page break; they may belong to two rows.");

    private static bool IsFigure(TableText text, CellSpan span) => FigureRun.IsFigure(text.Tokens[span.Start].Text);

    private static void AppendFigures(TableRow row, TableHeading heading, PlacedFigures placed, string printed, IEnumerable<string> marks)
    {
        row.DoubtFigures(placed.Doubt);
        for (int i = 0; i < placed.ByColumn.Length; i++)
        {
            // A figure that a narrow column breaks over two lines is whole in the cell only.
            bool isPrinted = i == heading.Reported && placed.ByColumn[i].Length > 0;
            row.Append(heading.FigureAt(i), isPrinted ? printed : placed.ByColumn[i], i == heading.Reported ? marks : []);
        }
    }

    private static string Join(TableText text, CellSpan span)
    {
        var joined = new StringBuilder();
        for (int i = span.Start; i < span.End; i++)
        {
            TableToken token = text.Tokens[i];
            // A narrow column breaks "Trong đó" inside a word ("Tron", "g đó"): what starts the next line is then no syllable.
            bool isBroken = span.Kind == CellKind.Number
                || (span.Kind == CellKind.Value && i == span.Start + 1 && token.StartsLine && BrokenFigure.GoesOn(text.Tokens[span.Start].Text, token.Text))
                || (span.Kind == CellKind.Group && token.StartsLine && char.IsLower(token.Text[0]) && !VietnameseText.IsSyllable(token.Text));
            if (i > span.Start && !isBroken)
            {
                joined.Append(span.Kind == CellKind.Value && StartsItem(token) ? '\n' : ' ');
            }

            joined.Append(token.Text);
        }

        return joined.ToString();
    }

    private static IEnumerable<string> MarksOf(TableText text, CellSpan span) =>
        text.NoteMarks.IsEmpty ? []
        : Enumerable.Range(span.Start, span.Length).Where(text.NoteMarks.ContainsKey).Select(i => text.NoteMarks[i]);

    private static bool StartsItem(TableToken token) =>
        token.StartsLine && (token.Text[0] is '-' or '+' || (token.Number is not null && token.Text[^1] is '.' or ')'));
}
