namespace Extractor.Layout;

/// <summary>
/// Splits the lines of a page into columns in reading order. A letterhead and a signature stand in two columns of a table without
/// borders: the left one is read to its end before the right one.
/// </summary>
internal static class ColumnZones
{
    // Gaps in justified lines stay below this share of the font size.
    private const double MinGap = 1.5;

    // In ems, and words.
    private const double PulledApart = 0.7;
    private const int FewestPulledApart = 4;

    // A single line with two parts counts as columns only if they are this far apart.
    private const double SingleLineGap = 4;

    // Lines of one block follow each other within this multiple of the font size.
    private const double MaxPitch = 2.6;

    /// <summary>Columns in reading order.</summary>
    /// <param name="lines">Lines of a page between two tables, from top to bottom.</param>
    /// <param name="left">Left margin of the body.</param>
    /// <param name="right">Right margin of the body.</param>
    public static List<TextColumn> Split(List<TextLine> lines, double left, double right)
    {
        var columns = new List<TextColumn>();
        var body = new List<TextLine>();
        for (int i = 0; i < lines.Count;)
        {
            if (FindZone(lines, i) is not { } zone)
            {
                body.Add(lines[i++]);
                continue;
            }

            // Right-hand lines just above the first line with both columns belong to the right one.
            int first = i;
            while (body.Count > 0 && body[^1].Left >= zone.Gutter && IsClose(body[^1], lines[first]))
            {
                body.RemoveAt(body.Count - 1);
                first--;
            }

            AddBody(columns, body, left, right);
            body = [];
            AddZone(columns, lines, first, zone, left, right);
            i = zone.End;
        }

        AddBody(columns, body, left, right);
        return columns;
    }

    private static (int End, double Gutter)? FindZone(List<TextLine> lines, int start)
    {
        if (WidestGap(lines[start]) is not { } gap)
        {
            return null;
        }

        (double low, double high) = gap;
        int both = 1;
        int end = start + 1;
        TextLine? lastLeft = lines[start];
        for (; end < lines.Count; end++)
        {
            TextLine line = lines[end];
            if (Narrow(line, low, high) is not { } free)
            {
                break;
            }

            bool isLeftOnly = line.Right <= free.Low;
            bool hasLeft = line.Left < free.High;
            if (isLeftOnly && !FollowsLeft(lastLeft, line, lines, end, free.High))
            {
                break;
            }

            both += !isLeftOnly && hasLeft ? 1 : 0;
            lastLeft = hasLeft ? line : lastLeft;
            (low, high) = free;
        }

        bool isWide = gap.High - gap.Low > SingleLineGap * lines[start].FontSize;
        return both > 1 || isWide ? (end, (low + high) / 2) : null;
    }

    // A line at the left alone is part of the left column if it stands close below it, or if the right column goes on further down.
    private static bool FollowsLeft(TextLine? above, TextLine line, List<TextLine> lines, int index, double gutter) =>
        (above is not null && IsClose(above, line) && !LooksLikeHeading(line))
        || (index + 1 < lines.Count && lines[index + 1].Right > gutter
            && lines[index + 1].Left < gutter && WidestGap(lines[index + 1]) is { } gap && gap.High >= gutter);

    private static bool LooksLikeHeading(TextLine line) =>
        line.Words.Count > 1 && ListMarker.IsOrdinal(line.Words[0].Text) && line.Words[0].IsBold;

    private static bool IsClose(TextLine above, TextLine below) =>
        below.Baseline - above.Baseline < MaxPitch * Math.Max(above.FontSize, below.FontSize);

    // The part of the gutter that stays free when the line is added; null if the line crosses it.
    private static (double Low, double High)? Narrow(TextLine line, double low, double high)
    {
        double min = 0.8 * line.FontSize;
        foreach (Word word in line.Words)
        {
            if (word.Area.X1 <= low || word.Area.X0 >= high)
            {
                continue;
            }

            // The word reaches into the gutter from one side: keep the larger rest.
            if (word.Area.X0 - low > high - word.Area.X1)
            {
                high = word.Area.X0;
            }
            else
            {
                low = word.Area.X1;
            }

            if (high - low < min)
            {
                return null;
            }
        }

        return (low, high);
    }

    private static (double Low, double High)? WidestGap(TextLine line)
    {
        (double Low, double High)? widest = null;
        double right = line.Words[0].Area.X1;
        for (int i = 1; i < line.Words.Count; i++)
        {
            double gap = line.Words[i].Area.X0 - right;
            if (gap > MinGap * line.FontSize && gap > (widest is { } w ? w.High - w.Low : 0))
            {
                widest = (right, line.Words[i].Area.X0);
            }

            right = Math.Max(right, line.Words[i].Area.X1);
        }

        return IsJustified(line) ? null : widest;
    }

    // Words pulled apart to fill a line all have wide gaps between them; texts of columns have words close together, or few words.
    private static bool IsJustified(TextLine line)
    {
        if (line.Words.Count < FewestPulledApart)
        {
            return false;
        }

        double right = line.Words[0].Area.X1;
        double least = double.MaxValue;
        for (int i = 1; i < line.Words.Count; i++)
        {
            least = Math.Min(least, line.Words[i].Area.X0 - right);
            right = Math.Max(right, line.Words[i].Area.X1);
        }

        return least > PulledApart * line.FontSize;
    }

    private static void AddBody(List<TextColumn> columns, List<TextLine> lines, double left, double right)
    {
        if (lines.Count > 0)
        {
            columns.Add(new TextColumn(lines, left, right, IsBody: true));
        }
    }

    private static void AddZone(
        List<TextColumn> columns, List<TextLine> lines, int start, (int End, double Gutter) zone, double left, double right)
    {
        var leftLines = new List<TextLine>();
        var rightLines = new List<TextLine>();
        for (int i = start; i < zone.End; i++)
        {
            TextLine line = lines[i];
            AddPart(leftLines, line, [.. line.Words.Where(word => word.CenterX < zone.Gutter)]);
            AddPart(rightLines, line, [.. line.Words.Where(word => word.CenterX >= zone.Gutter)]);
        }

        AddColumn(columns, leftLines, left, right);
        AddColumn(columns, rightLines, left, right);
    }

    private static void AddPart(List<TextLine> column, TextLine line, List<Word> words)
    {
        if (words.Count > 0)
        {
            column.Add(new TextLine(line.Page, line.Turn, words));
        }
    }

    private static void AddColumn(List<TextColumn> columns, List<TextLine> lines, double left, double right)
    {
        if (lines.Count > 0)
        {
            columns.Add(new TextColumn(
                lines, Math.Max(left, lines.Min(static line => line.Left)), Math.Min(right, lines.Max(static line => line.Right)), IsBody: false));
        }
    }
}
