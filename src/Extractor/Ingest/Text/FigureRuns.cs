namespace Extractor.Ingest.Text;

/// <summary>
/// Makes rows of tables that print several figures side by side read as other rows do, with one figure. Whether a table is one of these is told
/// by its headings, and by its lines.
/// </summary>
internal static class FigureRuns
{
    private const int FewestLines = 3;
    private const double UsualShare = 0.4;

    /// <summary>Takes the further figures of each line out of it.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="heading">Its headings.</param>
    /// <param name="words">Words of headings.</param>
    /// <returns>The figures of lines that end with some by the index of the line; empty where the table has one column of figures.</returns>
    public static Dictionary<int, PlacedFigures> TakeOut(List<BodyLine> body, TableHeading heading, TableWords words)
    {
        int columns = heading.Figures.Length;
        if (columns < 2)
        {
            return [];
        }

        FigureLines.Join(body, columns);
        List<(int Index, FigureRun Run)> runs = FindRuns(body, columns);
        List<(int Index, FigureRun Run)> full = [.. runs.Where(r => r.Run.Figures.Length == columns)];
        int others = runs.Count(r => r.Run.Figures.Length < columns && r.Run.Start > 0);
        if (full.Count < FewestLines || full.Count < UsualShare * (full.Count + others))
        {
            return [];
        }

        var placement = new FigurePlacement(heading, words, full.Select(r => (body[r.Index].Line, r.Run)));
        var taken = new Dictionary<int, PlacedFigures>();
        foreach ((int index, FigureRun run) in runs)
        {
            TextLine line = body[index].Line;
            PlacedFigures placed = placement.Place(line, run);
            taken[index] = placed;

            // One figure stays, whichever it is, for the row to be read like others.
            string kept = placed.ByColumn[heading.Reported] is { Length: > 0 } reported ? reported : run.Figures[^1].Text;
            body[index] = body[index] with { Line = line with { Text = line.Text[..run.Start] + kept + line.Text[run.End..] } };
        }

        return taken;
    }

    private static List<(int Index, FigureRun Run)> FindRuns(List<BodyLine> body, int columns)
    {
        var runs = new List<(int, FigureRun)>();
        for (int i = 0; i < body.Count; i++)
        {
            if (body[i].Kind == BodyLineKind.Text && FigureRun.Find(body[i].Line.Text, columns) is { } run)
            {
                runs.Add((i, run));
            }
        }

        return runs;
    }
}
