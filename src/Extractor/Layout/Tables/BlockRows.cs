namespace Extractor.Layout;

/// <summary>
/// Rows of a table without rules, from the blocks of text in its columns: each block of the column with most text is a row, and blocks of
/// other columns belong to the row they are aligned with, at the top, the middle or the bottom as most of the table is.
/// </summary>
internal static class BlockRows
{
    // In ems.
    private const double SameLine = 0.45;

    // In ems: lines set close together, one below the other, overlap by less.
    private const double Overlap = 0.35;

    /// <summary>Rows from top to bottom; null if the distances of lines do not tell cells apart.</summary>
    /// <param name="blocks">Blocks of each column.</param>
    /// <param name="em">Font size of the table.</param>
    public static List<BlockRow>? Find(List<CellBlock>[] blocks, double em)
    {
        int crowded = blocks[0].Count(static block => block.Lines.Count > 1 && block.IsNumber && block.Lines[0].Words[0].Text[^1] != '.');
        if (crowded * 10 > blocks[0].Count)
        {
            return null;
        }

        int main = MainColumn(blocks);
        Func<CellBlock, double> key = Alignment(blocks, main, em);
        List<BlockRow> rows = [.. blocks[main].Select(block => new BlockRow(key(block), block))];
        var groups = new List<CellBlock>();
        foreach (CellBlock block in blocks.Where((_, column) => column != main).SelectMany(static list => list))
        {
            BlockRow? nearest = rows.MinBy(row => Math.Abs(row.Key - key(block)));
            if (nearest is not null && Math.Abs(nearest.Key - key(block)) < SameLine * em && !nearest.Has(block.Column))
            {
                nearest.Blocks.Add(block);
            }
            else if (block.Column == 0 && !block.IsNumber)
            {
                groups.Add(block);
            }
            else
            {
                rows.Add(new BlockRow(key(block), block));
            }
        }

        rows.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        JoinOverlapping(rows, em);
        groups.ForEach(group => Span(rows, group, em));
        return rows;
    }

    // Rows stand below each other: where two overlap they are one, whose texts are aligned otherwise than most because a page break cut it.
    private static void JoinOverlapping(List<BlockRow> rows, double em)
    {
        for (int i = rows.Count - 1; i > 0; i--)
        {
            BlockRow above = rows[i - 1];
            BlockRow below = rows[i];
            double overlap = Math.Min(above.Bottom(em), below.Bottom(em)) - Math.Max(above.Top(em), below.Top(em));
            if (overlap > Overlap * em && !below.Blocks.Exists(block => above.Has(block.Column)))
            {
                above.Blocks.AddRange(below.Blocks);
                rows.RemoveAt(i);
            }
        }
    }

    private static int MainColumn(List<CellBlock>[] blocks)
    {
        int main = Math.Min(1, blocks.Length - 1);
        double most = 0;
        for (int column = 1; column < blocks.Length; column++)
        {
            double width = blocks[column].Sum(static block => block.Lines.Sum(static line => line.Width)) * Math.Sqrt(blocks[column].Count);
            (main, most) = width > most ? (column, width) : (main, most);
        }

        return main;
    }

    private static Func<CellBlock, double> Alignment(List<CellBlock>[] blocks, int main, double em)
    {
        int top = 0;
        int middle = 0;
        int bottom = 0;
        foreach (CellBlock block in blocks.Where((_, column) => column > 0 && column != main).SelectMany(static list => list))
        {
            CellBlock? beside = blocks[main].Find(other => other.First < block.Last + (0.5 * em) && other.Last > block.First - (0.5 * em));
            if (beside is not null && beside.Lines.Count != block.Lines.Count)
            {
                top += Math.Abs(beside.First - block.First) < 0.2 * em ? 1 : 0;
                middle += Math.Abs(beside.Middle - block.Middle) < 0.2 * em ? 1 : 0;
                bottom += Math.Abs(beside.Last - block.Last) < 0.2 * em ? 1 : 0;
            }
        }

        return middle > top && middle >= bottom ? static block => block.Middle
            : bottom > top ? static block => block.Last
            : static block => block.First;
    }

    // A group's name stands in the middle of the rows it spans, none of which has a number.
    private static void Span(List<BlockRow> rows, CellBlock group, double em)
    {
        int nearest = rows.FindIndex(row => row.Bottom(em) > group.Middle);
        nearest = nearest < 0 ? rows.Count - 1 : nearest;
        (int First, int Last) best = (nearest, nearest);
        double least = double.MaxValue;
        for (int first = Math.Max(0, nearest - 1); first >= 0 && !rows[first].Has(0) && nearest - first < 30; first--)
        {
            for (int last = first; last < rows.Count && !rows[last].Has(0) && last - first < 60; last++)
            {
                double offset = Math.Abs(((rows[first].Top(em) + rows[last].Bottom(em)) / 2) - ((group.First - (0.9 * em) + group.Last + (0.3 * em)) / 2));
                (best, least) = offset < least ? ((first, last), offset) : (best, least);
            }
        }

        if (!rows[nearest].Has(0) && least == double.MaxValue)
        {
            best = (nearest, nearest);
        }

        rows[best.First].Blocks.Add(group);
        rows[best.First].GroupSpan = Math.Max(1, best.Last - best.First + 1);
        for (int row = best.First + 1; row <= best.Last; row++)
        {
            rows[row].IsInGroup = true;
        }
    }
}

/// <summary>A row made of blocks.</summary>
internal sealed class BlockRow(double key, CellBlock main)
{
    /// <summary>The height its blocks are aligned at.</summary>
    public double Key { get; } = key;

    /// <summary>Its blocks.</summary>
    public List<CellBlock> Blocks { get; } = [main];

    /// <summary>Rows spanned by the name of a group that starts here.</summary>
    public int GroupSpan { get; set; } = 1;

    /// <summary>Whether the first column is taken by a group that starts further up.</summary>
    public bool IsInGroup { get; set; }

    /// <summary>Whether the row has a text in a column, or its group has.</summary>
    public bool Has(int column) => (column == 0 && IsInGroup) || Blocks.Exists(block => block.Column == column);

    /// <summary>Upper end of its own texts.</summary>
    public double Top(double em) => Own.Min(static block => block.First) - (0.9 * em);

    /// <summary>Lower end of its own texts.</summary>
    public double Bottom(double em) => Own.Max(static block => block.Last) + (0.3 * em);

    private IEnumerable<CellBlock> Own => GroupSpan == 1 ? Blocks : Blocks.Where(static block => block.Column > 0);
}
