using System.Text;

namespace Extractor.Layout;

/// <summary>Recognises the header rows a table prints again on each page.</summary>
internal static class HeaderRepetition
{
    private const int MaxHeaderRows = 6;

    /// <summary>How many leading rows of the part repeat the leading rows of the table's first part.</summary>
    public static int Count(PageTable first, PageTable next)
    {
        int rows = Math.Min(MaxHeaderRows, Math.Min(first.RowCount, next.RowCount));
        int same = 0;
        while (same < rows && IsSameRow(first, next, same))
        {
            same++;
        }

        // A cell that spans from the header into the rows below it is no header cell.
        while (same > 0 && same < next.RowCount && next.Cells.Exists(cell => cell.Row < same && cell.Row + cell.RowSpan > same))
        {
            same--;
        }

        return same;
    }

    /// <summary>Whether the part starts with a header of its own: the table numbers its rows, and names that column.</summary>
    public static bool LooksLikeHeader(PageTable part)
    {
        PageCell first = part.Cells[0];
        return first.Row == 0 && TableVocabulary.IsNumberHeading(Text(first));
    }

    /// <summary>
    /// LibreOffice clips the height of a repeated header but not its text: the last line then stands in the first data row.
    /// Takes those words out again.
    /// </summary>
    public static void RemoveOverflow(PageTable first, PageTable next, int header)
    {
        foreach (PageCell cell in next.Cells)
        {
            if (cell.Row >= header || cell.Row + cell.RowSpan != header)
            {
                continue;
            }

            PageCell? original = first.Cells.Find(c => c.Row == cell.Row && c.Column == cell.Column);
            string full = original is null ? "" : Text(original);
            string seen = Text(cell);
            PageCell? below = next.Cells.Find(c => c.Row == header && c.Column == cell.Column);
            if (full.Length > seen.Length && below is not null)
            {
                Remove(below, full[seen.Length..], next);
            }
        }
    }

    private static void Remove(PageCell cell, string rest, PageTable table)
    {
        var overflow = new List<Word>();
        int start = 0;
        foreach (TextLine line in cell.Lines)
        {
            foreach (Word word in line.Words)
            {
                if (start < rest.Length && string.CompareOrdinal(rest, start, word.Text, 0, word.Text.Length) == 0)
                {
                    overflow.Add(word);
                    start += word.Text.Length;
                }
            }
        }

        if (start == rest.Length && cell.Words.RemoveAll(overflow.Contains) > 0)
        {
            double room = cell.Lines[0].Room;
            cell.Lines = LineFinder.Find(table.Page, table.Turn, cell.Words);
            cell.Lines.ForEach(line => line.Room = room);
        }
    }

    private static bool IsSameRow(PageTable first, PageTable next, int row)
    {
        List<string> wanted = Texts(first, row);
        List<string> seen = Texts(next, row);
        if (wanted.Count != seen.Count || wanted.TrueForAll(static text => text.Length == 0))
        {
            return false;
        }

        for (int i = 0; i < wanted.Count; i++)
        {
            bool isClipped = seen[i].Length > 0 && seen[i].Length >= wanted[i].Length / 2
                && wanted[i].StartsWith(seen[i], StringComparison.Ordinal);
            if (!isClipped && seen[i] != wanted[i])
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Texts(PageTable table, int row) =>
        [.. table.Cells.Where(cell => cell.Row == row).Select(Text)];

    private static string Text(PageCell cell)
    {
        var text = new StringBuilder();
        foreach (TextLine line in cell.Lines)
        {
            line.Words.ForEach(word => text.Append(word.IsRaised ? "" : word.Text));
        }

        return text.ToString();
    }
}
