using Extractor.Models;
using Extractor.Validation.Engine;

namespace Extractor.Validation.Repairs;

/// <summary>Solves a broken check for each of its cells.</summary>
internal sealed class RepairSolver(CompiledRules rules, CellTable cells)
{
    /// <summary>What would mend the check, cell by cell.</summary>
    /// <param name="broken">The check.</param>
    /// <param name="verdict">Its verdict on the figures as they are now.</param>
    public IEnumerable<RepairHypothesis> Solve(CheckedInstance broken, Verdict verdict)
    {
        IEnumerable<RepairHypothesis> single = broken.Check switch
        {
            { Relation: RuleRelation.NotTheFraction } => broken.Uses.Where(u => u.Side == CheckSide.Left)
                .Select(u => Change(u.Cell, cells.ValueOf(u.Cell) * 100, Slip.FractionForPercent)),
            { Divisor: not null } => Quotient(broken, verdict),
            { Relation: RuleRelation.Equal } => Equal(broken, verdict),
            _ => Bound(broken, verdict),
        };
        return broken.Check.Relation == RuleRelation.Equal ? single.Concat(Exchanges(broken)) : single;
    }

    /// <summary>The figure of a cell changed wherever the report repeats it.</summary>
    public RepairHypothesis Change(int cell, decimal value, Slip? slip = null)
    {
        int twin = cell ^ 1;
        bool isCopied = cells.StateOf(twin) == CellState.Stated && cells.ValueOf(twin) == cells.ValueOf(cell);
        return new RepairHypothesis(cell, value, isCopied ? twin : -1, value, slip ?? TypicalSlips.Between(cells.ValueOf(cell), value));
    }

    private IEnumerable<RepairHypothesis> Equal(CheckedInstance broken, Verdict verdict)
    {
        decimal gap = verdict.Right - verdict.Left;
        foreach (int cell in broken.Uses.Select(u => u.Cell).Distinct())
        {
            int weight = broken.Uses.Where(u => u.Cell == cell).Sum(u => u.Side == CheckSide.Left ? u.Sign : -u.Sign);
            decimal value = weight == 0 ? -1 : cells.ValueOf(cell) + (gap / weight);
            if (value >= 0 && (value == decimal.Truncate(value) || !IsWhole(cell)))
            {
                yield return Change(cell, value);
            }

            if (!verdict.IsExact && WithoutZero(cell) is { } smaller)
            {
                yield return smaller;
            }
        }
    }

    // Any smaller figure restores a bound, so only two causes say what was meant: a zero too many, or neighbouring figures exchanged.
    private IEnumerable<RepairHypothesis> Bound(CheckedInstance broken, Verdict verdict)
    {
        if (broken.Uses is not [var small, var large] || verdict.Right <= 0)
        {
            return [];
        }

        IEnumerable<RepairHypothesis> zeros = new[] { 10, 100 }.Select(f => Change(small.Cell, cells.ValueOf(small.Cell) / f)).Where(h => h.Value == decimal.Truncate(h.Value));
        bool areNeighbours = cells.Below(small.Cell) == large.Cell || cells.Above(small.Cell) == large.Cell;
        return areNeighbours ? zeros.Concat(Exchange(small.Cell, large.Cell)) : zeros;
    }

    private RepairHypothesis? WithoutZero(int cell)
    {
        decimal written = cells.ValueOf(cell);
        return written > 0 && written % 10 == 0 ? Change(cell, written / 10) : null;
    }

    // The rate follows from the figures; figures follow from a rounded rate only if few can be meant.
    private IEnumerable<RepairHypothesis> Quotient(CheckedInstance broken, Verdict verdict)
    {
        foreach (CellUse use in broken.Uses)
        {
            decimal written = cells.ValueOf(use.Cell);
            if (use.Side == CheckSide.Left)
            {
                yield return Change(use.Cell, RoundLike(written, verdict.Right));
                continue;
            }

            foreach (decimal meant in TypicalSlips.MeantBy(written))
            {
                yield return Change(use.Cell, meant);
            }
        }
    }

    private static decimal RoundLike(decimal written, decimal exact)
    {
        for (int decimals = 0; decimals <= 2; decimals++)
        {
            if (TypicalSlips.Between(written, decimal.Round(exact, decimals, MidpointRounding.AwayFromZero)) is not null
                && Rounding.Fits(decimal.Round(exact, decimals, MidpointRounding.AwayFromZero), exact, 0.1m))
            {
                return decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
            }
        }

        return decimal.Round(exact, Math.Clamp(Rounding.DecimalsOf(written), 1, 2), MidpointRounding.AwayFromZero);
    }

    private IEnumerable<RepairHypothesis> Exchanges(CheckedInstance broken)
    {
        for (int i = 0; i < broken.Uses.Length; i++)
        {
            int cell = broken.Uses[i].Cell;
            for (int j = i + 1; j < broken.Uses.Length; j++)
            {
                foreach (RepairHypothesis exchange in Exchange(cell, broken.Uses[j].Cell))
                {
                    yield return exchange;
                }
            }

            foreach (RepairHypothesis exchange in Exchange(cell, cells.Above(cell)).Concat(Exchange(cell, cells.Below(cell))))
            {
                yield return exchange;
            }
        }
    }

    private IEnumerable<RepairHypothesis> Exchange(int first, int second)
    {
        if (second >= 0 && (first & 1) == (second & 1) && cells.StateOf(second) == CellState.Stated && cells.ValueOf(first) != cells.ValueOf(second)
            && IsWhole(first) == IsWhole(second))
        {
            yield return new RepairHypothesis(first, cells.ValueOf(second), second, cells.ValueOf(first), Slip.CellsSwapped);
        }
    }

    private bool IsWhole(int cell) => rules.Schema.Indicators[CellTable.IndicatorOf(cell)].Kind != ValueKind.Percent;
}
