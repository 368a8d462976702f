using Extractor.Models;
using Extractor.Validation.Engine;

namespace Extractor.Validation.Repairs;

/// <summary>Tries a guess and says what all checks that its cells take part in make of it.</summary>
internal sealed class RepairJudge
{
    // A figure of several digits that stands elsewhere in the report was probably copied from the wrong line.
    private const int ShortestEcho = 1000;

    private readonly CellTable _cells;
    private readonly CheckEvaluator _evaluator;
    private readonly IReadOnlyList<CheckedInstance> _instances;
    private readonly SlipLikelihood _likelihood;
    private readonly Verdict[] _now;
    private readonly List<int>?[] _byCell;

    /// <summary>Prepares the judge.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="cells">What the report states; figures tried are put back.</param>
    /// <param name="instances">The checks with their verdicts.</param>
    /// <param name="shares">How often each kind of slip is met.</param>
    public RepairJudge(CompiledRules rules, CellTable cells, IReadOnlyList<CheckedInstance> instances, SlipShares shares)
    {
        _likelihood = new SlipLikelihood(shares);
        _cells = cells;
        _evaluator = new CheckEvaluator(rules, cells);
        _instances = instances;
        _now = new Verdict[instances.Count];
        _byCell = new List<int>?[cells.Count];
        for (int i = 0; i < instances.Count; i++)
        {
            _now[i] = instances[i].Verdict;
            foreach (CellUse use in instances[i].Uses)
            {
                (_byCell[use.Cell] ??= []).Add(i);
            }
        }
    }

    /// <summary>The verdict of a check after the guesses that were settled so far.</summary>
    public Verdict Now(int instance) => _now[instance];

    /// <summary>The checks that a cell takes part in.</summary>
    public IReadOnlyList<int> ChecksOf(int cell) => _byCell[cell] ?? [];

    /// <summary>The checks that a guess touches.</summary>
    public IEnumerable<int> Touched(RepairHypothesis hypothesis) =>
        hypothesis.Twin < 0 ? ChecksOf(hypothesis.Cell) : ChecksOf(hypothesis.Cell).Union(ChecksOf(hypothesis.Twin));

    /// <summary>Whether a guess leaves a check unbroken.</summary>
    public bool Mends(RepairHypothesis hypothesis, CheckedInstance instance)
    {
        (decimal first, decimal second) = Try(hypothesis);
        Verdict verdict = _evaluator.Judge(instance.Check, instance.Scope);
        Restore(hypothesis, first, second);
        return verdict.Outcome != CheckOutcome.Broken;
    }

    /// <summary>Takes a guess as done.</summary>
    /// <returns>What stood in its two cells.</returns>
    public (decimal First, decimal Second) Settle(RepairHypothesis hypothesis)
    {
        (decimal, decimal) written = Try(hypothesis);
        foreach (int i in Touched(hypothesis))
        {
            _now[i] = _evaluator.Judge(_instances[i].Check, _instances[i].Scope);
        }

        return written;
    }

    /// <summary>Puts back what stood in the cells of a guess.</summary>
    public void Restore(RepairHypothesis hypothesis, decimal first, decimal second)
    {
        _cells.Assume(hypothesis.Cell, first);
        if (hypothesis.Twin >= 0)
        {
            _cells.Assume(hypothesis.Twin, second);
        }
    }

    /// <summary>How well a guess explains a broken check; null if it does not mend it or spoils another.</summary>
    /// <param name="hypothesis">The guess.</param>
    /// <param name="broken">The check; -1 for none in particular.</param>
    public RepairScore? Score(RepairHypothesis hypothesis, int broken)
    {
        decimal written = _cells.ValueOf(hypothesis.Cell);
        bool isEcho = hypothesis.Slip is null && hypothesis.Value >= ShortestEcho && _cells.States(hypothesis.Value);
        double slip = _likelihood.Of(written, hypothesis.Value, hypothesis.Slip, isEcho)
            + (IsFree(hypothesis, broken) ? SlipLikelihood.Rarity(written, hypothesis.Value) : 0);
        var score = new RepairScore(0, 0, 0, 0, slip);
        (decimal first, decimal second) = Try(hypothesis);
        bool mendsIt = broken < 0 || IsMended(broken, hypothesis);
        if (mendsIt)
        {
            score = Judge(hypothesis.Cell, -1, score);
            score = hypothesis.Twin >= 0 ? Judge(hypothesis.Twin, hypothesis.Cell, score) : score;
        }

        Restore(hypothesis, first, second);
        return mendsIt && score.Spoilt == 0 ? Agreement(hypothesis, score) : null;
    }

    // A total or a rate follows from the other figures, so only these can be common or rare by themselves.
    private bool IsFree(RepairHypothesis hypothesis, int broken)
    {
        if (broken < 0 || hypothesis.Slip == Slip.CellsSwapped)
        {
            return false;
        }

        foreach (CellUse use in _instances[broken].Uses)
        {
            if (use.Cell == hypothesis.Cell)
            {
                return use.Side != CheckSide.Left;
            }
        }

        return false;
    }

    private RepairScore Judge(int cell, int counted, RepairScore score)
    {
        foreach (int i in ChecksOf(cell))
        {
            CheckedInstance instance = _instances[i];
            if (counted >= 0 && instance.Involves(counted))
            {
                continue;
            }

            Verdict now = _evaluator.Judge(instance.Check, instance.Scope);
            bool wasBroken = _now[i].Outcome == CheckOutcome.Broken;
            bool isBroken = now.Outcome == CheckOutcome.Broken;
            score = score with
            {
                Mended = score.Mended + (wasBroken && !isBroken ? 1 : 0),
                Spoilt = score.Spoilt + (isBroken && !wasBroken ? 1 : 0),
                Loosened = score.Loosened + (IsReached(_now[i]) && !IsReached(now) ? 1 : 0),
                Worsened = score.Worsened + (wasBroken && isBroken ? Growth(_now[i], now) : 0),
            };
        }

        return score;
    }

    // Prose and table that differ are one more contradiction a change can resolve.
    private RepairScore Agreement(RepairHypothesis hypothesis, RepairScore score)
    {
        int other = hypothesis.Cell ^ 1;
        bool agrees = hypothesis.Twin != other && _cells.StateOf(other) == CellState.Stated && _cells.ValueOf(other) == hypothesis.Value;
        return agrees ? score with { Mended = score.Mended + 1 } : score;
    }

    // While parts are unknown a sum cannot hold; its known parts making up the total is the most that can be asked.
    // A zero too many says by itself what was meant.
    private bool IsMended(int broken, RepairHypothesis hypothesis)
    {
        Verdict verdict = _evaluator.Judge(_instances[broken].Check, _instances[broken].Scope);
        return verdict.Outcome == CheckOutcome.Holds
            || (!_now[broken].IsExact && (IsReached(verdict) || (hypothesis.Slip == Slip.FactorOfTen && verdict.Outcome != CheckOutcome.Broken)));
    }

    // Figures that stay apart for another reason are seldom far apart: a change that takes them further is as much less probable.
    private static double Growth(Verdict before, Verdict after)
    {
        decimal was = Math.Abs(before.Left - before.Right);
        decimal now = Math.Abs(after.Left - after.Right);
        return was > 0 && now > was ? Math.Log((double)(now / was)) : 0;
    }

    private static bool IsReached(Verdict verdict) =>
        verdict.Outcome == CheckOutcome.CannotTell && verdict.Left == verdict.Right && verdict.Left != 0;

    private (decimal First, decimal Second) Try(RepairHypothesis hypothesis)
    {
        decimal first = _cells.ValueOf(hypothesis.Cell);
        decimal second = hypothesis.Twin >= 0 ? _cells.ValueOf(hypothesis.Twin) : 0;
        _cells.Assume(hypothesis.Cell, hypothesis.Value);
        if (hypothesis.Twin >= 0)
        {
            _cells.Assume(hypothesis.Twin, hypothesis.TwinValue);
        }

        return (first, second);
    }
}
