using Extractor.Models;

namespace Extractor.Validation.Engine;

/// <summary>
/// Judges one check on the figures of a report. A blank is unknown and never 0, and so is what the prose passes over; a row the form does not have can
/// count 0. Figures of these forms are never negative, so known parts that exceed their total break a sum even while other parts are unknown.
/// </summary>
internal sealed class CheckEvaluator(CompiledRules rules, CellTable cells)
{
    private const int FewestParts = 2;
    private readonly List<CellUse> _uses = [];
    private CheckScope _scope;

    /// <summary>Figures that took part in the last verdict.</summary>
    public IReadOnlyList<CellUse> Uses => _uses;

    /// <summary>Whether one of them stands in a table.</summary>
    public bool UsesTables => _uses.Exists(u => (u.Cell & 1) == 0);

    /// <summary>The verdict on the figures of a scope.</summary>
    public Verdict Judge(CompiledCheck check, CheckScope scope)
    {
        _uses.Clear();
        _scope = scope;
        SideSum left = Sum(check.Left, CheckSide.Left);
        SideSum right = Sum(check.Right, CheckSide.Right);
        if (check.Divisor is { } divisor)
        {
            return Divide(check, left, right, Sum(divisor, CheckSide.Divisor));
        }

        // One part alone is no partition of its total; that it does not exceed the total is asked by rules of order.
        bool isPartition = check.Rule.Kind != RuleKind.Sum || check.Right.Terms.Length < FewestParts || right.Stated >= FewestParts;
        return isPartition ? Compare(check, left, right) : CannotTell(left, right);
    }

    private static Verdict Compare(CompiledCheck check, SideSum left, SideSum right)
    {
        if (!left.IsBounded || !right.IsBounded || left.Stated + right.Stated == 0)
        {
            return CannotTell(left, right);
        }

        decimal tolerance = check.Rule.Tolerance;
        bool isEqual = check.Relation == RuleRelation.Equal;
        bool leftExceeds = check.Relation == RuleRelation.Less ? left.Value >= right.Value : left.Value > right.Value + tolerance;
        bool isExact = left.IsWhole && right.IsWhole;
        if ((right.IsWhole && leftExceeds) || (isEqual && left.IsWhole && right.Value > left.Value + tolerance))
        {
            return new Verdict(CheckOutcome.Broken, left.Value, right.Value, IsExact: isExact);
        }

        return isExact
            ? new Verdict(CheckOutcome.Holds, left.Value, right.Value)
            : CannotTell(left, right) with { Left = left.Value, Right = right.Value };
    }

    private static Verdict Divide(CompiledCheck check, SideSum rate, SideSum numerator, SideSum denominator)
    {
        if (!rate.IsWhole || !numerator.IsWhole || !denominator.IsWhole)
        {
            return CannotTell(rate, rate.IsWhole ? numerator.IsWhole ? denominator : numerator : rate);
        }

        if (denominator.Value <= 0)
        {
            return new Verdict(CheckOutcome.CannotTell, rate.Value, 0, Abstention.NothingToDivideBy, IsExact: false);
        }

        decimal fraction = numerator.Value / denominator.Value;
        decimal percent = fraction * 100;
        bool isFraction = rate.Value is > 0 and < 1 && Rounding.Fits(rate.Value, fraction, FractionTolerance) && !Rounding.Fits(rate.Value, percent, check.Rule.Tolerance);
        if (check.Relation == RuleRelation.NotTheFraction)
        {
            return new Verdict(isFraction ? CheckOutcome.Broken : CheckOutcome.Holds, rate.Value, percent);
        }

        return isFraction
            ? new Verdict(CheckOutcome.CannotTell, rate.Value, percent, Abstention.WrittenAsFraction)
            : new Verdict(Rounding.Fits(rate.Value, percent, check.Rule.Tolerance) ? CheckOutcome.Holds : CheckOutcome.Broken, rate.Value, percent);
    }

    private const decimal FractionTolerance = 0.005m;

    private static Verdict CannotTell(SideSum left, SideSum right)
    {
        Abstention reason = left.Gap != Abstention.None ? left.Gap : right.Gap;
        return new Verdict(CheckOutcome.CannotTell, 0, 0, reason == Abstention.None ? Abstention.PartsUnknown : reason, IsExact: false);
    }

    private SideSum Sum(CompiledSide side, CheckSide at)
    {
        var sum = new SideSum(side.Constant, side.Terms.Length == 0 ? 1 : 0, IsWhole: true, IsBounded: true, Abstention.None);
        foreach (CompiledTerm term in side.Terms)
        {
            SideSum part = Choose(term, at);
            sum = new SideSum(
                sum.Value + (term.Sign * part.Value),
                sum.Stated + (part.Stated > 0 ? 1 : 0),
                sum.IsWhole && part.IsWhole,
                sum.IsBounded && part.IsBounded && (part.IsWhole || term.Sign > 0),
                sum.Gap != Abstention.None ? sum.Gap : part.Gap);
        }

        // Unknown parts are at least 0, which bounds a side of which something is known.
        return sum.Stated == 0 && sum.IsWhole ? sum with { IsWhole = false, IsBounded = false, Gap = Abstention.Absent } : sum;
    }

    // The first alternative that is stated in full, else the first of which something is stated, else the first.
    private SideSum Choose(CompiledTerm term, CheckSide at)
    {
        int before = _uses.Count;
        SideSum best = default;
        int chosen = -1;
        for (int i = 0; i < term.Choices.Length; i++)
        {
            SideSum sum = SumOf(term.Choices[i], term.Sign, at);
            if (chosen < 0 || Rank(sum) > Rank(best))
            {
                (best, chosen) = (sum, i);
            }

            _uses.RemoveRange(before, _uses.Count - before);
        }

        SumOf(term.Choices[chosen], term.Sign, at);
        return best;
    }

    // An empty cell is a row the form has: it is unknown even where another alternative is absent and could count 0.
    private static int Rank(SideSum sum) => sum switch
    {
        { Stated: > 0 } => sum.IsWhole ? 4 : 3,
        { IsWhole: true } => 1,
        _ => sum.Gap == Abstention.Absent ? 0 : 2,
    };

    private SideSum SumOf(CompiledCell[] choice, int sign, CheckSide at)
    {
        var sum = new SideSum(0, 0, IsWhole: true, IsBounded: true, Abstention.None);
        foreach (CompiledCell cell in choice)
        {
            (int at2, Abstention gap) = Find(cell.Indicator);
            if (gap == Abstention.None)
            {
                _uses.Add(new CellUse(at2, at, sign * cell.Sign));
                sum = sum with { Value = sum.Value + (cell.Sign * cells.ValueOf(at2)), Stated = sum.Stated + 1 };
            }
            else if (gap != Abstention.Absent || !cell.CountsZeroWhenAbsent || _scope == CheckScope.Prose)
            {
                sum = sum with { IsWhole = false, IsBounded = sum.IsBounded && cell.Sign > 0, Gap = sum.Gap == Abstention.None ? gap : sum.Gap };
            }
        }

        return sum;
    }

    private (int Cell, Abstention Gap) Find(int indicator)
    {
        int table = CellTable.CellOf(indicator, isProse: false);
        int prose = CellTable.CellOf(indicator, isProse: true);
        bool isTabled = _scope != CheckScope.Prose && cells.StateOf(table) == CellState.Stated;
        bool isTold = _scope != CheckScope.Tables && cells.StateOf(prose) == CellState.Stated;
        if (_scope == CheckScope.Both && (IsDisputed(indicator) || (rules.ParentOf(indicator) is >= 0 and var parent && IsDisputed(parent))))
        {
            return (table, Abstention.Disputed);
        }

        return isTabled ? (table, Abstention.None) : isTold ? (prose, Abstention.None) : (table, GapOf(_scope == CheckScope.Prose ? prose : table));
    }

    // Where table and prose differ on a total they count different things, and their parts are not comparable either.
    private bool IsDisputed(int indicator)
    {
        int table = CellTable.CellOf(indicator, isProse: false);
        int prose = CellTable.CellOf(indicator, isProse: true);
        return cells.StateOf(table) == CellState.Stated && cells.StateOf(prose) == CellState.Stated && cells.ValueOf(table) != cells.ValueOf(prose);
    }

    private Abstention GapOf(int cell) => cells.StateOf(cell) switch
    {
        CellState.Blank => Abstention.Blank,
        CellState.Unusable => Abstention.Unusable,
        _ => Abstention.Absent,
    };

    /// <summary>What a side comes to.</summary>
    private readonly record struct SideSum(decimal Value, int Stated, bool IsWhole, bool IsBounded, Abstention Gap);
}
