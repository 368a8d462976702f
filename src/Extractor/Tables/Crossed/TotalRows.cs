namespace Extractor.Tables.Crossed;

/// <summary>What a row that says "total" counts.</summary>
internal enum TotalKind
{
    /// <summary>The row is no total.</summary>
    None,

    /// <summary>Everything in the table.</summary>
    Whole,

    /// <summary>A group of the rows above.</summary>
    Group,
}

/// <summary>A row judged as a total.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Behind">Key of the words behind "total"; empty if there are none.</param>
internal readonly record struct TotalRow(TotalKind Kind, string Behind);

/// <summary>Finds the row of the whole, and the totals of groups beside it.</summary>
internal static class TotalRows
{
    /// <summary>One judgement a row.</summary>
    public static TotalRow[] Judge(IReadOnlyList<(StatisticalRow Row, bool HasFigures)> rows, CrossedVocabulary words)
    {
        var judged = new TotalRow[rows.Count];
        var bare = new List<int>();
        var all = new List<int>();
        int groups = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            (StatisticalRow row, bool hasFigures) = rows[i];
            groups += !hasFigures ? 1 : 0;
            if (!hasFigures || words.BehindTotal(row.Label.Text) is not { } behind)
            {
                continue;
            }

            judged[i] = new TotalRow(TotalKind.Group, behind);
            all.Add(i);
            if (behind.Length == 0)
            {
                bare.Add(i);
            }
        }

        // Several bare totals: each group's own, and the whole if there is one more than there are groups.
        bool hasWhole = bare.Count == 1 || bare.Count > groups;
        if (hasWhole && bare.Count > 0)
        {
            int whole = bare[0] == 0 ? 0 : bare[^1];
            judged[whole] = judged[whole] with { Kind = TotalKind.Whole };
        }

        // "Tổng số hồ sơ của phường": whatever it names, the only total at the end or the beginning counts everything.
        if (all is [var only] && (only == 0 || only == rows.Count - 1))
        {
            judged[only] = judged[only] with { Kind = TotalKind.Whole };
        }

        return judged;
    }
}
