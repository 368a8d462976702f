using Extractor.Validation.Engine;

namespace Extractor.Validation.Repairs;

/// <summary>
/// Searches the one cell whose change makes most rules hold and breaks none: every broken check is solved for each of its cells, and every solution is
/// judged by all checks the cell takes part in. Two solutions that explain equally much give no hint.
/// </summary>
internal sealed class RepairSearch
{
    private readonly CellTable _cells;
    private readonly CheckEvaluator _evaluator;
    private readonly RepairSolver _solver;
    private readonly IReadOnlyList<CheckedInstance> _instances;
    private readonly Verdict[] _now;
    private readonly List<int>?[] _byCell;
    private int _stepsLeft;

    /// <summary>Prepares the search.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="cells">What the report states; figures tried are put back.</param>
    /// <param name="instances">The checks with their verdicts.</param>
    /// <param name="steps">Figures tried at most.</param>
    public RepairSearch(CompiledRules rules, CellTable cells, IReadOnlyList<CheckedInstance> instances, int steps)
    {
        _cells = cells;
        _evaluator = new CheckEvaluator(rules, cells);
        _solver = new RepairSolver(rules, cells);
        _instances = instances;
        _stepsLeft = steps;
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

    /// <summary>
    /// The best repair of each broken check that has a clearly best one. The strongest is taken as done before the next is sought, so that hints do
    /// not contradict each other.
    /// </summary>
    public Dictionary<CheckedInstance, RepairHypothesis> FindAll()
    {
        var repairs = new Dictionary<CheckedInstance, RepairHypothesis>(ReferenceEqualityComparer.Instance);
        var done = new Stack<(int Cell, decimal Written)>();
        while (Strongest(repairs) is { } best)
        {
            foreach (int i in InstancesOf(best))
            {
                if (_now[i].Outcome == CheckOutcome.Broken && MendsNow(i, best))
                {
                    repairs.TryAdd(_instances[i], best);
                }
            }

            done.Push((best.Cell, _cells.ValueOf(best.Cell)));
            if (best.Twin >= 0)
            {
                done.Push((best.Twin, _cells.ValueOf(best.Twin)));
            }

            Try(best, out _, out _);
            foreach (int i in InstancesOf(best))
            {
                _now[i] = _evaluator.Judge(_instances[i].Check, _instances[i].Scope);
            }
        }

        while (done.TryPop(out (int Cell, decimal Written) change))
        {
            _cells.Assume(change.Cell, change.Written);
        }

        return repairs;
    }

    /// <summary>Which of two places that disagree is wrong, where the rules tell and a usual slip explains it.</summary>
    public RepairHypothesis? Between(int table, int prose)
    {
        RepairHypothesis?[] changes =
        [
            _solver.Change(table, _cells.ValueOf(prose)) with { Twin = -1 },
            _solver.Change(prose, _cells.ValueOf(table)) with { Twin = -1 },
        ];
        return Best(changes.OfType<RepairHypothesis>(), -1)?.Hypothesis is { Slip: not null } best ? best : null;
    }

    /// <summary>Whether a change leaves a check unbroken.</summary>
    public bool Mends(RepairHypothesis hypothesis, CheckedInstance instance)
    {
        Try(hypothesis, out decimal first, out decimal second);
        Verdict verdict = _evaluator.Judge(instance.Check, instance.Scope);
        Restore(hypothesis, first, second);
        return verdict.Outcome != CheckOutcome.Broken;
    }

    private RepairHypothesis? Strongest(Dictionary<CheckedInstance, RepairHypothesis> repairs)
    {
        (RepairHypothesis Hypothesis, RepairScore Score)? strongest = null;
        for (int i = 0; i < _instances.Count; i++)
        {
            if (_now[i].Outcome == CheckOutcome.Broken && !repairs.ContainsKey(_instances[i])
                && Best(_solver.Solve(_instances[i], _now[i]), i) is { } best
                && (strongest is null || best.Score.IsBetterThan(strongest.Value.Score)))
            {
                strongest = best;
            }
        }

        return strongest?.Hypothesis;
    }

    private bool MendsNow(int instance, RepairHypothesis hypothesis) => Mends(hypothesis, _instances[instance]);

    private IEnumerable<int> InstancesOf(RepairHypothesis hypothesis) =>
        hypothesis.Twin < 0 ? _byCell[hypothesis.Cell] ?? [] : (_byCell[hypothesis.Cell] ?? []).Union(_byCell[hypothesis.Twin] ?? []);

    // The best is the one that is clearly better than each of the others.
    private (RepairHypothesis Hypothesis, RepairScore Score)? Best(IEnumerable<RepairHypothesis> hypotheses, int broken)
    {
        var scored = new List<(RepairHypothesis Hypothesis, RepairScore Score)>();
        var tried = new HashSet<(int, decimal, int)>();
        foreach (RepairHypothesis hypothesis in hypotheses)
        {
            if (tried.Add((hypothesis.Cell, hypothesis.Value, hypothesis.Twin)) && --_stepsLeft >= 0 && Score(hypothesis, broken) is { } score)
            {
                scored.Add((hypothesis, score));
            }
        }

        if (scored.Count == 0)
        {
            return null;
        }

        (RepairHypothesis Hypothesis, RepairScore Score) best = scored[0];
        foreach ((RepairHypothesis Hypothesis, RepairScore Score) next in scored)
        {
            best = next.Score.IsBetterThan(best.Score) ? next : best;
        }

        return scored.TrueForAll(s => s.Hypothesis == best.Hypothesis || IsSameExchange(s.Hypothesis, best.Hypothesis) || best.Score.IsBetterThan(s.Score))
            ? best
            : null;
    }

    private static bool IsSameExchange(RepairHypothesis one, RepairHypothesis other) => one.Cell == other.Twin && one.Twin == other.Cell;

    private RepairScore? Score(RepairHypothesis hypothesis, int broken)
    {
        decimal written = _cells.ValueOf(hypothesis.Cell);
        int cost = hypothesis.Slip is null && IsEcho(hypothesis) ? EchoCost : TypicalSlips.CostOf(hypothesis.Slip);
        double miscount = Math.Abs(hypothesis.Value - written) == 1 ? (double)(1 / Math.Max(written, hypothesis.Value)) : 1;
        var score = new RepairScore(0, 0, 0, cost, miscount);
        Try(hypothesis, out decimal first, out decimal second);
        bool mendsIt = broken < 0 || IsMended(broken);
        if (mendsIt)
        {
            score = Judge(hypothesis.Cell, -1, score);
            score = hypothesis.Twin >= 0 ? Judge(hypothesis.Twin, hypothesis.Cell, score) : score;
        }

        Restore(hypothesis, first, second);
        return mendsIt && score.Spoilt == 0 ? Agreement(hypothesis, score) : null;
    }

    // A figure of several digits that stands elsewhere in the report was probably copied from the wrong line.
    private const int EchoCost = 3;
    private const int ShortestEcho = 1000;

    private bool IsEcho(RepairHypothesis hypothesis) => hypothesis.Value >= ShortestEcho && _cells.States(hypothesis.Value);

    private RepairScore Judge(int cell, int counted, RepairScore score)
    {
        foreach (int i in _byCell[cell] ?? [])
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
    private bool IsMended(int broken)
    {
        Verdict verdict = _evaluator.Judge(_instances[broken].Check, _instances[broken].Scope);
        return verdict.Outcome == CheckOutcome.Holds || (!_now[broken].IsExact && IsReached(verdict));
    }

    private static bool IsReached(Verdict verdict) =>
        verdict.Outcome == CheckOutcome.CannotTell && verdict.Left == verdict.Right && verdict.Left != 0;

    private void Try(RepairHypothesis hypothesis, out decimal first, out decimal second)
    {
        first = _cells.ValueOf(hypothesis.Cell);
        second = hypothesis.Twin >= 0 ? _cells.ValueOf(hypothesis.Twin) : 0;
        _cells.Assume(hypothesis.Cell, hypothesis.Value);
        if (hypothesis.Twin >= 0)
        {
            _cells.Assume(hypothesis.Twin, hypothesis.TwinValue);
        }
    }

    private void Restore(RepairHypothesis hypothesis, decimal first, decimal second)
    {
        _cells.Assume(hypothesis.Cell, first);
        if (hypothesis.Twin >= 0)
        {
            _cells.Assume(hypothesis.Twin, second);
        }
    }
}
