using System.Buffers;

namespace Extractor.Tables.Crossed;

/// <summary>Tells header rows from rows of data: words stand in several columns, no figures.</summary>
internal static class HeaderRows
{
    /// <summary>Titles and address lines may stand above the header.</summary>
    private const int RowsSearched = 8;

    private const int MostRows = 7;
    private const int FewestCells = 3;
    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789., %/-");

    /// <summary>First header row and first row below the header; null if there is no header.</summary>
    public static (int First, int End)? Find(TableBlock table)
    {
        int last = Math.Min(table.RowCount - 1, RowsSearched);
        for (int row = 0; row < last; row++)
        {
            if (HasFigures(table, row))
            {
                // The table goes on from the page before; a header further down is a repetition.
                return null;
            }

            if (WordCells(table, row, 0) >= FewestCells)
            {
                return (row, EndOf(table, row));
            }
        }

        return null;
    }

    private static int EndOf(TableBlock table, int first)
    {
        int limit = Math.Min(table.RowCount, first + MostRows);
        int end = first + 1;
        while (end < limit)
        {
            if (ColumnNumberRow.Is(table, end))
            {
                return end + 1;
            }

            // The words of a second row stand under a heading, over the figures; a group of items has words in front of them only.
            bool isHeader = OwnCells(table, end) == 0 || (WordCells(table, end, 2) >= 2 && !HasFigures(table, end));
            if (!isHeader)
            {
                return end;
            }

            end++;
        }

        return end;
    }

    private static int OwnCells(TableBlock table, int row)
    {
        int own = 0;
        for (int column = 0; column < table.ColumnCount; column++)
        {
            own += table[row, column] is { } cell && cell.Row == row && cell.Column == column ? 1 : 0;
        }

        return own;
    }

    private static int WordCells(TableBlock table, int row, int fromColumn)
    {
        int cells = 0;
        for (int column = fromColumn; column < table.ColumnCount; column++)
        {
            cells += table[row, column] is { } cell && cell.Row == row && cell.Column == column && CountLetters(cell.Text.Text) >= 2 ? 1 : 0;
        }

        return cells;
    }

    private static bool HasFigures(TableBlock table, int row)
    {
        for (int column = 2; column < table.ColumnCount; column++)
        {
            if (table[row, column] is { } cell && cell.Row == row && IsFigure(cell.Text.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFigure(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return !text.IsEmpty && !text.ContainsAnyExcept(FigureCharacters);
    }

    private static int CountLetters(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }
}
