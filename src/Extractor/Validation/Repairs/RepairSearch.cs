using System.Collections.Immutable;
using Extractor.Validation.Engine;

namespace Extractor.Validation.Repairs;

/// <summary>
/// Searches the one cell whose change explains a broken check best: the check is solved for each of its cells, and every solution is judged by all checks
/// the cell takes part in and by how probable the slip is. Where figures stand in one equation only nobody can tell them apart for certain, so the
/// likeliest changes are ranked, each with its probability.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="cells">What the report states; figures tried are put back.</param>
/// <param name="instances">The checks with their verdicts.</param>
/// <param name="shares">How often each kind of slip is met.</param>
/// <param name="steps">Figures tried at most.</param>
internal sealed class RepairSearch(CompiledRules rules, CellTable cells, IReadOnlyList<CheckedInstance> instances, SlipShares shares, int steps)
{
    private const int MostRanked = 3;

    // From here a change is more probable than all others together by a wide margin.
    private const double Settled = 0.7;

    // Below this a change is not worth anybody's look.
    private const double LeastProbability = 0.05;

    private readonly RepairJudge _judge = new(rules, cells, instances, shares);
    private readonly RepairSolver _solver = new(rules, cells);
    private int _stepsLeft = steps;

    /// <summary>
    /// What each broken check could have been. Of the changes that are beyond much doubt the strongest is taken as done before the next is sought, so
    /// that hints do not contradict each other; the doubtful ones come after all of these.
    /// </summary>
    public Dictionary<CheckedInstance, RepairRanking> FindAll()
    {
        var repairs = new Dictionary<CheckedInstance, RepairRanking>(ReferenceEqualityComparer.Instance);
        var done = new Stack<(RepairHypothesis Hypothesis, decimal First, decimal Second)>();
        while (Strongest(repairs) is { } best)
        {
            foreach (int i in _judge.Touched(best.Best))
            {
                if (_judge.Now(i).Outcome == CheckOutcome.Broken && _judge.Mends(best.Best, instances[i]))
                {
                    repairs.TryAdd(instances[i], best);
                }
            }

            (decimal first, decimal second) = _judge.Settle(best.Best);
            done.Push((best.Best, first, second));
        }

        for (int i = 0; i < instances.Count; i++)
        {
            if (IsOpen(i, repairs) && Rank(Around(i), i) is { } ranking)
            {
                repairs.Add(instances[i], ranking.Ranking);
            }
        }

        while (done.TryPop(out (RepairHypothesis Hypothesis, decimal First, decimal Second) change))
        {
            _judge.Restore(change.Hypothesis, change.First, change.Second);
        }

        return repairs;
    }

    /// <summary>Which of two places that disagree is wrong, where the rules tell and a usual slip explains it.</summary>
    public RepairRanking? Between(int table, int prose)
    {
        RepairHypothesis?[] changes =
        [
            _solver.Change(table, cells.ValueOf(prose)) with { Twin = -1 },
            _solver.Change(prose, cells.ValueOf(table)) with { Twin = -1 },
        ];
        return Rank(changes.OfType<RepairHypothesis>(), -1)?.Ranking is { IsSettled: true, Best.Slip: not null } ranking ? ranking : null;
    }

    /// <summary>Whether a change leaves a check unbroken.</summary>
    public bool Mends(RepairHypothesis hypothesis, CheckedInstance instance) => _judge.Mends(hypothesis, instance);

    private bool IsOpen(int instance, Dictionary<CheckedInstance, RepairRanking> repairs) =>
        _judge.Now(instance).Outcome == CheckOutcome.Broken && !repairs.ContainsKey(instances[instance]);

    private RepairRanking? Strongest(Dictionary<CheckedInstance, RepairRanking> repairs)
    {
        (RepairRanking Ranking, double Weight)? strongest = null;
        for (int i = 0; i < instances.Count; i++)
        {
            if (IsOpen(i, repairs) && Rank(Around(i), i) is { Ranking.IsSettled: true } ranking
                && (strongest is null || ranking.Weight > strongest.Value.Weight))
            {
                strongest = ranking;
            }
        }

        return strongest?.Ranking;
    }

    // A bound says little of what was meant; other broken checks of the same cells often say it.
    private IEnumerable<RepairHypothesis> Around(int broken)
    {
        IEnumerable<RepairHypothesis> all = _solver.Solve(instances[broken], _judge.Now(broken));
        foreach (int other in instances[broken].Uses.SelectMany(u => _judge.ChecksOf(u.Cell)).Distinct())
        {
            if (other != broken && _judge.Now(other).Outcome == CheckOutcome.Broken)
            {
                all = all.Concat(_solver.Solve(instances[other], _judge.Now(other)).Where(h => instances[broken].Involves(h.Cell)));
            }
        }

        return all;
    }

    private (RepairRanking Ranking, double Weight)? Rank(IEnumerable<RepairHypothesis> hypotheses, int broken)
    {
        var scored = new List<(RepairHypothesis Hypothesis, double Weight, int Mended)>();
        var tried = new HashSet<(int, decimal, int)>();
        foreach (RepairHypothesis hypothesis in hypotheses)
        {
            bool isNew = tried.Add((hypothesis.Cell, hypothesis.Value, hypothesis.Twin)) && !tried.Contains((hypothesis.Twin, hypothesis.TwinValue, hypothesis.Cell));
            if (isNew && --_stepsLeft >= 0 && _judge.Score(hypothesis, broken) is { } score)
            {
                scored.Add((hypothesis, score.Weight, score.Mended));
            }
        }

        if (scored.Count == 0)
        {
            return null;
        }

        scored.Sort(static (a, b) => b.Weight.CompareTo(a.Weight));
        double all = scored.Sum(s => Math.Exp(s.Weight - scored[0].Weight));
        ImmutableArray<RankedRepair> ranked =
        [
            .. scored.Take(MostRanked).Select(s => new RankedRepair(s.Hypothesis, Math.Exp(s.Weight - scored[0].Weight) / all))
                .Where((r, i) => i == 0 || r.Probability >= LeastProbability),
        ];
        // Without a slip that explains the change, or a second contradiction that it ends, the figures may simply count different things.
        bool isFounded = ranked[0].Hypothesis.Slip is not null || scored[0].Mended > 1;
        return (new RepairRanking(ranked, isFounded && ranked[0].Probability >= Settled), scored[0].Weight);
    }
}
