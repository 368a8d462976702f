namespace Extractor.Ingest.Text;

/// <summary>
/// Puts the figures of a row on one line that a text prints a cell a line: what stands alone between two labels is the row's figures, and perhaps
/// the number of the next row.
/// </summary>
internal static class FigureLines
{
    private const double GoesOn = 1;
    private const int GroupLength = 3;
    private const int MostColumns = 4;
    private const int FewestRows = 5;

    /// <summary>Joins the figures of each row.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="columns">Columns of figures.</param>
    public static void Join(List<BodyLine> body, int columns)
    {
        NumberTrail trail = NumberTrail.Empty;
        int kept = 0;
        bool isMended = false;
        for (int i = 0; i < body.Count;)
        {
            if (!IsFigure(body[i]))
            {
                trail = body[i].HasWords && Numbering.Parse(body[i].Line.Text) is { } number ? trail.Add(number) : trail;
                body[kept++] = body[i++];
                isMended = false;
                continue;
            }

            if (kept > 0 && Mended(body[kept - 1], body[i], columns) is { } mended && !StartsRow(body, i, trail))
            {
                body[kept - 1] = body[kept - 1] with { Line = body[kept - 1].Line with { Text = mended } };
                isMended = true;
                i++;
                continue;
            }

            if (isMended && FigureRun.Find(body[kept - 1].Line.Text, columns) is { } run && run.Figures.Length < columns && !StartsRow(body, i, trail))
            {
                body[kept - 1] = body[kept - 1] with { Line = body[kept - 1].Line with { Text = $"{body[kept - 1].Line.Text} {body[i].Line.Text}" } };
                i++;
                continue;
            }

            var figures = new List<int>();
            int end = i;
            for (; end < body.Count && figures.Count <= columns && (IsBlank(body[end]) || IsFigure(body[end])); end++)
            {
                figures.AddRange(IsBlank(body[end]) ? [] : [end]);
            }

            int last = figures[^1];
            bool isNumber = StartsRow(body, last, trail) || figures.Count > columns;
            int count = figures.Count - (isNumber ? 1 : 0);
            if (count > 1)
            {
                string joined = string.Join(' ', figures.Take(count).Select(index => body[index].Line.Text));
                body[kept++] = body[i] with { Line = body[i].Line with { Text = joined, Trailing = body[figures[count - 1]].Line.Trailing } };
                i = figures[count - 1] + 1;
            }

            // What was not joined, the number of the next row included, stays as it is.
            for (; i <= last; i++)
            {
                body[kept++] = body[i];
            }

            trail = isNumber && Numbering.Parse(body[kept - 1].Line.Text) is { } next ? trail.Add(next) : trail;
        }

        body.RemoveRange(kept, body.Count - kept);
    }

    /// <summary>Whether between two labels there usually stand several figures.</summary>
    /// <param name="body">Lines of the table.</param>
    public static bool AreSeveral(List<BodyLine> body)
    {
        NumberTrail trail = NumberTrail.Empty;
        int single = 0, several = 0, count = 0, last = -1;
        for (int i = 0; i < body.Count; i++)
        {
            if (IsFigure(body[i]))
            {
                (count, last) = (count + 1, i);
            }
            else if (body[i].HasWords)
            {
                bool isNumber = last >= 0 && StartsRow(body, last, trail);
                trail = isNumber && Numbering.Parse(body[last].Line.Text) is { } next ? trail.Add(next) : trail;
                trail = Numbering.Parse(body[i].Line.Text) is { } number ? trail.Add(number) : trail;
                count -= isNumber ? 1 : 0;
                single += count == 1 ? 1 : 0;
                several += count is > 1 and <= MostColumns ? 1 : 0;
                (count, last) = (0, -1);
            }
        }

        return several >= FewestRows && several > single;
    }

    // "70 101.04" above "5": a narrow column breaks the last figure of a line.
    private static string? Mended(BodyLine above, BodyLine line, int columns)
    {
        string text = above.Line.Text;
        return above.HasWords && !IsFigure(above) && FigureRun.Find(text, columns) is { } run && run.End == text.Length
            && BrokenFigure.GoesOn(run.Figures[^1].Text, line.Line.Text) ? text + line.Line.Text : null;
    }

    // A number goes on from the ones above, and a label that is no item stands behind it.
    private static bool StartsRow(List<BodyLine> body, int line, NumberTrail trail)
    {
        int next = body.FindIndex(line + 1, static l => !IsBlank(l));
        return next >= 0 && body[next].HasWords && char.IsUpper(body[next].Line.Text[0]) && Numbering.Parse(body[next].Line.Text) is null
            && Numbering.Parse(body[line].Line.Text) is { } number && trail.Judge(number) >= GoesOn;
    }

    private static bool IsBlank(BodyLine line) => line.Kind == BodyLineKind.Text && line.Line.IsBlank;

    // "1.1" is the number of a row, "1.234" a figure.
    private static bool IsFigure(BodyLine line) =>
        line.HasWords && FigureRun.IsFigure(line.Line.Text)
        && (Numbering.Parse(line.Line.Text) is not { Depth: > 1 } || line.Line.Text.Length - line.Line.Text.LastIndexOf('.') - 1 == GroupLength);
}
