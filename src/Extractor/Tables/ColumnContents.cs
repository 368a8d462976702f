namespace Extractor.Tables;

/// <summary>Tells columns by what stands in them, for tables without a header or with headings no vocabulary knows.</summary>
internal sealed class ColumnContents
{
    private readonly Column[] _columns;

    /// <summary>Counts what stands in each column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="firstRow">First row below the header.</param>
    /// <param name="isUnit">Whether a squeezed text is a unit.</param>
    public ColumnContents(TableBlock table, int firstRow, Func<string, bool> isUnit)
    {
        _columns = new Column[table.ColumnCount];
        foreach (TableCell cell in table.Cells)
        {
            string text = cell.Text.Text;
            if (cell.Row < firstRow || cell.ColumnSpan > 1 || text.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            ref Column column = ref _columns[cell.Column];
            column.Filled++;
            column.Letters += CountLetters(text);
            column.Numbers += PrintedNumber.Mend(text) is null ? 0 : 1;
            column.Figures += LooksLikeFigure(text) ? 1 : 0;
            column.Units += isUnit(SqueezedText.Of(text)) ? 1 : 0;
        }
    }

    /// <summary>Share of a column's filled cells that hold a figure.</summary>
    public double FigureShare(int column) => Share(_columns[column].Figures, _columns[column].Filled);

    /// <summary>Columns by role as far as their cells tell.</summary>
    /// <param name="number">Number column if known, else -1.</param>
    /// <param name="label">Label column if known, else -1.</param>
    public TableColumns Guess(int number, int label)
    {
        if (label < 0)
        {
            label = Best(0, _columns.Length, c => c.Letters);
        }

        if (number < 0 && label > 0)
        {
            number = Best(0, label, c => Share(c.Numbers, c.Filled) >= 0.5 ? c.Numbers : 0);
        }

        int unit = Best(0, _columns.Length, c => Share(c.Units, c.Filled) >= 0.5 ? c.Units : 0, number, label);
        int value = Best(0, _columns.Length, c => Share(c.Figures, c.Filled) >= 0.5 ? c.Figures : 0, number, label, unit);
        int note = value < 0 ? -1 : Best(value + 1, _columns.Length, c => c.Letters, number, label, unit);
        return new TableColumns(number, label, unit, value, note);
    }

    private int Best(int from, int to, Func<Column, double> score, params ReadOnlySpan<int> taken)
    {
        int best = -1;
        double highest = 0;
        for (int i = from; i < to; i++)
        {
            double s = score(_columns[i]);
            if (s > highest && !taken.Contains(i))
            {
                best = i;
                highest = s;
            }
        }

        return best;
    }

    private static bool LooksLikeFigure(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed is "-" or "–" or "x" or "X" || (char.IsAsciiDigit(trimmed[0]) && trimmed.Length <= 24 && CountLetters(trimmed) <= 10);
    }

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private struct Column
    {
        public int Filled;
        public int Letters;
        public int Numbers;
        public int Figures;
        public int Units;
    }
}
