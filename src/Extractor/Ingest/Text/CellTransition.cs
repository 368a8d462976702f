namespace Extractor.Ingest.Text;

/// <summary>Judges which column follows which: rows are read left to right, and each column passed over leaves an empty cell.</summary>
/// <param name="text">The words.</param>
/// <param name="hasNotes">Whether the table has a column for remarks.</param>
internal sealed class CellTransition(TableText text, bool hasNotes)
{
    private const double EmptyCell = 1.2;

    // A unit behind a label that has none is that label's, however far below it stands.
    private const double UnitOfOtherRow = -5;

    /// <summary>Judges a cell behind another one of the same row.</summary>
    public double WithinRow(CellKind from, CellKind to, TableToken token)
    {
        double score = (from, to) switch
        {
            (CellKind.Group, CellKind.Number) => -1,
            (CellKind.Group, CellKind.Label) => 0,
            (CellKind.Number, CellKind.Label) => 0,
            (CellKind.Number, CellKind.Unit) => -3,
            (CellKind.Label, CellKind.Unit) => 0,
            (CellKind.Label, CellKind.Value) => -0.7,
            (CellKind.Label, CellKind.Note) => token.Text[0] == '(' ? -4.5 : -2.5,
            (CellKind.Unit, CellKind.Value) => 0.5,
            (CellKind.Unit, CellKind.Note) => -1,
            (CellKind.Value, CellKind.Note) => hasNotes ? -0.5 : -4,
            _ => CellScorer.Impossible,
        };
        int passed = Math.Max(0, (int)to - Math.Max((int)from, (int)CellKind.Number) - 1);
        score -= CostOfEmptyCells(passed, token);
        return token.StartsLine && !token.AfterHeader
            ? score + (token.LineEnds < text.UsualGap ? 0.4 : token.LineEnds > text.UsualGap && token.EmptyCells == 0 ? -0.8 : 0)
            : score;
    }

    /// <summary>Judges a cell that begins a row.</summary>
    /// <param name="from">Column of the cell before; null at the start.</param>
    /// <param name="to">Column of the cell.</param>
    /// <param name="token">Its first word.</param>
    /// <param name="inGroup">Whether the number column may be covered by a group word.</param>
    /// <param name="isCut">Whether a page break cut the row before: its empty cells stand in front of the break.</param>
    public double NewRow(CellKind? from, CellKind to, TableToken token, bool inGroup, bool isCut)
    {
        if (to is CellKind.Value or CellKind.Note || from is CellKind.Number or CellKind.Group)
        {
            return CellScorer.Impossible;
        }

        double score = to switch
        {
            CellKind.Label => inGroup ? 0 : -0.8,
            CellKind.Unit => from == CellKind.Label ? UnitOfOtherRow : -2.5,
            _ => 0,
        };
        if (from is not { } last)
        {
            return score;
        }

        score += last switch { CellKind.Label => -0.5, CellKind.Unit => -0.6, _ => 0 };
        int lastColumn = (int)(hasNotes ? CellKind.Note : CellKind.Value);
        int passed = Math.Max(0, lastColumn - (int)last);
        int blankLead = to switch { CellKind.Label => 1, CellKind.Unit => 2, _ => 0 };
        score -= isCut ? 0 : inGroup
            ? Math.Min(CostOfEmptyCells(passed + blankLead, token), CostOfEmptyCells(passed + Math.Max(0, blankLead - 1), token))
            : CostOfEmptyCells(passed + blankLead, token);
        return !token.StartsLine ? score - 5
            : token.AfterHeader ? score
            : score + (token.LineEnds >= text.UsualGap ? 0.3 : -0.8);
    }

    /// <summary>Judges a cell that goes on behind a repeated header, where a page break cut the row.</summary>
    public static double GoesOn(CellKind to, TableToken token) => to switch
    {
        CellKind.Label => char.IsUpper(token.Text[0]) ? -3 : -0.5,
        CellKind.Unit => -0.8,
        CellKind.Value => -2.5,
        CellKind.Note => -1,
        _ => CellScorer.Impossible,
    };

    private double CostOfEmptyCells(int expected, TableToken token)
    {
        int found = token.EmptyCells;
        int missing = Math.Abs(expected - found);
        if (token.AfterWideGap)
        {
            missing = expected > found || (expected == 0 && found == 0) ? 0 : missing;
        }

        double cost = EmptyCell * text.BlankWeight * Math.Min(missing, 4);
        return token.AfterHeader ? cost / 2 : cost;
    }
}
