namespace Extractor.Layout;

/// <summary>Divides a table without rules into rows line by line: by gaps, or by what the lines say.</summary>
internal static class LineRows
{
    // In ems: padding between rows shows when gaps differ by more than this.
    private const double GapDifference = 0.2;

    // Share of the name's lines that go on with the line above.
    private const double WrappedShare = 0.08;

    /// <summary>Whether lines of one cell are as far apart as lines of two: then texts wrap from block to block.</summary>
    public static bool AreSetSolid(List<CellBlock>[] blocks, AlignedRegion region)
    {
        int wrapped = 0;
        foreach (List<CellBlock> column in blocks.Skip(1).Where(static column => column.Count > 1))
        {
            double right = column.SelectMany(static block => block.Lines).Max(static line => line.Right);
            for (int i = 1; i < column.Count; i++)
            {
                TextLine line = column[i].Lines[0];
                bool isNumbered = blocks[0].Exists(number => Math.Abs(number.First - line.Baseline) < 0.5 * region.FontSize);
                // Units are short and may all start with a small letter.
                wrapped += !isNumbered && column[i - 1].Lines[^1].Words.Count > 1 && char.IsLower(line.Words[0].Text[0]) && IsFull(column[i - 1].Lines[^1].Right, line.Words[0], right) ? 1 : 0;
            }
        }

        return wrapped > 1 && wrapped > WrappedShare * blocks[Math.Min(1, blocks.Length - 1)].Count;
    }

    /// <summary>Adds the rows and cells with their words.</summary>
    public static void Add(List<TextLine> lines, AlignedRegion region, bool isByGap, List<double> edges, List<PageCell> cells)
    {
        int offset = edges.Count;
        edges.AddRange(EdgesAt(lines, Starts(lines, region, isByGap)));
        var words = new List<Word>[edges.Count - 1 - offset, region.ColumnEdges.Count - 1];
        foreach (Word word in lines.SelectMany(static line => line.Words))
        {
            int row = Math.Max(offset, PositionClusters.IntervalOf(edges, word.CenterY)) - offset;
            (words[row, Math.Max(0, PositionClusters.IntervalOf(region.ColumnEdges, word.CenterX))] ??= []).Add(word);
        }

        int span = 1;
        for (int row = 0; row < words.GetLength(0); row += span)
        {
            span = GroupSpan(words, row);
            var group = new PageCell(row + offset, 0, span, 1);
            cells.Add(group);
            for (int i = row; i < row + span; i++)
            {
                group.Words.AddRange(words[i, 0] ?? []);
                for (int column = 1; column < words.GetLength(1); column++)
                {
                    var cell = new PageCell(i + offset, column, 1, 1);
                    cell.Words.AddRange(words[i, column] ?? []);
                    cells.Add(cell);
                }
            }
        }
    }

    // The name of a group stands beside its first row, and may wrap beside the next; rows without a number that follow are its own.
    private static int GroupSpan(List<Word>[,] words, int row)
    {
        int span = 1;
        if (words[row, 0] is not { } name || name.TrueForAll(static word => ListMarker.IsNumber(word.Text)))
        {
            return span;
        }

        while (row + span < words.GetLength(0)
            && (words[row + span, 0] is not { } next || (char.IsLower(next[0].Text[0]) && !ListMarker.IsNumber(next[0].Text))))
        {
            span++;
        }

        return span;
    }

    private static List<double> EdgesAt(List<TextLine> lines, List<int> starts)
    {
        var edges = new List<double>();
        foreach (int start in starts)
        {
            TextLine line = lines[start];
            double top = line.Baseline - (0.9 * line.FontSize);
            edges.Add(start == 0 ? top : Math.Max(top, (lines[start - 1].Baseline + top) / 2));
        }

        edges.Add(lines[^1].Baseline + (0.35 * lines[^1].FontSize));
        return edges;
    }

    private static List<int> Starts(List<TextLine> lines, AlignedRegion region, bool isByGap)
    {
        double em = region.FontSize;
        double least = double.MaxValue;
        double most = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            double gap = lines[i].Baseline - lines[i - 1].Baseline;
            most = Math.Max(most, gap);

            // Closer than lines of one cell can be: cells that are centred in their row.
            least = gap > 0.85 * em ? Math.Min(least, gap) : least;
        }

        // Lines of one cell are set about 1.2 em apart: where all are further apart, each is a row of its own.
        double limit = least < 1.45 * em ? least + (GapDifference * em) : 0;
        bool byGap = isByGap && (least >= 1.45 * em || (most > limit && GapsSeparateNumbers(lines, region, limit)));
        var starts = new List<int> { 0 };
        for (int i = 1; i < lines.Count; i++)
        {
            double gap = lines[i].Baseline - lines[i - 1].Baseline;
            if (byGap ? gap > limit : StartsRow(lines, i, region))
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    // "Trong" and "đó" below each other name one group, whose name says nothing of where its second row starts.
    private static bool IsGroupWrap(List<TextLine> lines, int index, AlignedRegion region) =>
        char.IsLower(lines[index].Words[0].Text[0]) && !ListMarker.IsNumber(lines[index].Words[0].Text)
        && lines[index - 1].Left < region.ColumnEdges[1] && !ListMarker.IsNumber(lines[index - 1].Words[0].Text);

    // Two numbers in the first column are two rows: gaps that do not part them say nothing.
    private static bool GapsSeparateNumbers(List<TextLine> lines, AlignedRegion region, double limit)
    {
        bool hasNumber = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool isClose = i > 0 && lines[i].Baseline - lines[i - 1].Baseline <= limit;
            bool isNumber = lines[i].Left < region.ColumnEdges[1] && ListMarker.IsNumber(lines[i].Words[0].Text);
            if (isClose && isNumber && hasNumber)
            {
                return false;
            }

            hasNumber = isNumber || (isClose && hasNumber);
        }

        return true;
    }

    // A row brings a number, or a text beside its name; a line with a name alone goes on with the name above if that line was full.
    private static bool StartsRow(List<TextLine> lines, int index, AlignedRegion region)
    {
        TextLine line = lines[index];
        if (line.Left < region.ColumnEdges[1] && !IsGroupWrap(lines, index, region))
        {
            return true;
        }

        Word? name = line.Words.Find(word => word.CenterX > region.ColumnEdges[1] && word.CenterX < region.ColumnEdges[2]);
        if (name is null || char.IsLower(name.Text[0]))
        {
            return false;
        }

        // The first words of the columns beside the name: a figure, or a unit with its capital.
        bool hasOthers = FreeSpace.Firsts(line).Exists(word => word.CenterX > region.ColumnEdges[2]
            && (char.IsAsciiDigit(word.Text[0]) || char.IsUpper(word.Text[0])));
        return name.Text[0] != '(' && (hasOthers || ListMarker.Starts(line) || !IsFull(lines[index - 1], name, region));
    }

    private static bool IsFull(TextLine above, Word next, AlignedRegion region) => IsFull(
        above.Words.Where(word => word.CenterX < region.ColumnEdges[2]).Select(static word => word.Area.X1).DefaultIfEmpty(0).Max(),
        next, Math.Min(region.NameRight, region.ColumnEdges[2]));

    // Where nothing is drawn, a column is as wide as its widest text.
    private static bool IsFull(double right, Word next, double widest) =>
        right + (0.25 * next.FontSize) + next.Area.Width > widest + (0.2 * next.FontSize);
}
