namespace Extractor.Ingest.Text;

/// <summary>Puts a group word together whose pieces stand beside several rows ("Tron", "g đó") and gives it to the first row without a number.</summary>
internal static class GroupWords
{
    /// <summary>The rows with each group word in the first row of its group.</summary>
    public static List<TableRow> Gather(List<TableRow> rows, TableWords words)
    {
        for (int i = 0; i < rows.Count;)
        {
            int end = i;
            while (end < rows.Count && rows[end][CellKind.Number].Length == 0)
            {
                end++;
            }

            if (end > i)
            {
                GatherRun(rows, i, end, words);
            }

            i = Math.Max(end, i + 1);
        }

        return rows;
    }

    private static void GatherRun(List<TableRow> rows, int start, int end, TableWords words)
    {
        string[] pieces = [.. rows.Skip(start).Take(end - start).Select(r => r[CellKind.Group]).Where(p => p.Length > 0)];
        string letters = FoldedText.Letters(string.Concat(pieces));
        if (letters.Length == 0 || words.PhraseOf("group", letters) is not { } phrase)
        {
            return;
        }

        for (int i = start; i < end; i++)
        {
            rows[i] = rows[i].WithGroup(i == start ? phrase : "");
        }
    }
}
