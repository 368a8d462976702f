using System.Collections.Immutable;

namespace Extractor.Ingest.Text.Figures;

/// <summary>
/// Reads wide tables of figures as <c>pdftotext -layout</c> prints them: a label and several columns of figures under a header of several lines.
/// The columns are where the figures stand; the header is read last, because its lines are broken anywhere.
/// </summary>
internal static class FigureTableReader
{
    private const int FewestRows = 2;
    private const int MostLooseLines = 4;
    private const int FirstFigureColumn = 2;

    /// <summary>The tables of a text by the line their header starts with, each with the line behind it.</summary>
    public static Dictionary<int, (int End, TableBlock Table)> Find(IReadOnlyList<TextLine> lines, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<int, (int, TableBlock)>();
        for (int i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FigureLine.Read(lines[i]) is not { } first)
            {
                continue;
            }

            int end = EndOf(lines, i, first, out List<FigureLine> rows);
            if (rows.Count >= FewestRows && FigureStrips.Find(rows) is { } strips)
            {
                int firstLine = FirstLineOf(lines, i, strips);
                int start = FigureHeading.StartOf(lines, firstLine);
                if (start < firstLine)
                {
                    tables[start] = (end, Build(lines, start, firstLine, end, strips));
                }
            }

            i = end - 1;
        }

        return tables;
    }

    // Lines of labels may stand between rows; several of them, or a wide one, are something else.
    private static int EndOf(IReadOnlyList<TextLine> lines, int first, FigureLine row, out List<FigureLine> rows)
    {
        rows = [row];
        int end = first + 1, loose = 0;
        for (int i = first + 1; i < lines.Count && loose <= MostLooseLines; i++)
        {
            if (FigureLine.Read(lines[i]) is { } next)
            {
                rows.Add(next);
                end = i + 1;
                loose = 0;
            }
            else if (!lines[i].IsBlank)
            {
                loose++;
            }
        }

        // The last label may go on below its figures.
        while (end < lines.Count && !lines[end].IsBlank && char.IsLower(lines[end].Text[0]) && lines[end].Indent > 0
            && lines[end].Indent + lines[end].Text.Length < rows[^1].Figures[0].Start)
        {
            end++;
        }

        return end;
    }

    // The label of the first row, or the group above it, may begin over its figures.
    private static int FirstLineOf(IReadOnlyList<TextLine> lines, int firstRow, FigureStrips strips)
    {
        int first = firstRow;
        while (first > 0 && !lines[first - 1].IsBlank && lines[first - 1].Indent + lines[first - 1].Text.Length <= strips.LabelEnd
            && HeadingPiece.PiecesOf(lines[first - 1]).Count <= 2 && (IsBelowColumnNumbers(lines, first - 1) || LacksLabel(lines[first], strips)))
        {
            first--;
        }

        return first;
    }

    private static bool LacksLabel(TextLine line, FigureStrips strips) => FigureRow.Cut(line, strips) is { HasFigures: true, Label: "" };

    // Whether the line that ends the header stands above: its columns are numbered.
    private static bool IsBelowColumnNumbers(IReadOnlyList<TextLine> lines, int line)
    {
        for (int i = line - 1; i >= 0 && i >= line - MostLooseLines && !lines[i].IsBlank; i--)
        {
            if (HeadingPiece.PiecesOf(lines[i]).Count(p => p.Text[0] == '(') >= FigureLine.FewestFigures)
            {
                return true;
            }
        }

        return false;
    }

    private static TableBlock Build(IReadOnlyList<TextLine> lines, int start, int firstLine, int end, FigureStrips strips)
    {
        (string number, string label, (int First, int Last, string Text)[] groups, string[] leaves, string note) = FigureHeading.Read(lines, start, firstLine, strips);
        List<FigureRow> rows = new FigureRows(strips).Read([.. Enumerable.Range(firstLine, end - firstLine).Select(i => lines[i])]);
        int headerRows = groups.Length > 0 ? 2 : 1;
        int noteColumn = FirstFigureColumn + leaves.Length;
        bool hasNote = note.Length > 0 || rows.Exists(r => r.Note.Length > 0);
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        void Add(int row, int column, string text, int height = 1, int width = 1) =>
            cells.Add(new TableCell(row, column, height, width, new PlacedText(text), []));

        Add(0, 0, number, headerRows);
        Add(0, 1, label, headerRows);
        foreach ((int first, int last, string text) in groups)
        {
            Add(0, FirstFigureColumn + first, text, 1, last - first + 1);
        }

        for (int c = 0; c < leaves.Length; c++)
        {
            bool isGrouped = groups.Any(g => g.First <= c && c <= g.Last);
            Add(isGrouped ? 1 : 0, FirstFigureColumn + c, leaves[c], isGrouped ? 1 : headerRows);
        }

        if (hasNote)
        {
            Add(0, noteColumn, note, headerRows);
        }

        for (int r = 0; r < rows.Count; r++)
        {
            Add(headerRows + r, 0, rows[r].Number);
            Add(headerRows + r, 1, rows[r].Label);
            for (int c = 0; c < leaves.Length; c++)
            {
                Add(headerRows + r, FirstFigureColumn + c, rows[r].Figures[c]);
            }

            if (hasNote)
            {
                Add(headerRows + r, noteColumn, rows[r].Note);
            }
        }

        return new TableBlock(headerRows + rows.Count, noteColumn + (hasNote ? 1 : 0), cells.ToImmutable(), headerRows);
    }
}
