using System.Collections.Immutable;

namespace Extractor.Evaluation.Reliability;

/// <summary>
/// Ranks cases by confidence. Confidences are told apart to a hundred-thousandth, so that any number of cases takes the same room;
/// cases of one step are ties and stand or fall together, because no threshold can part them.
/// </summary>
internal sealed class ConfidenceRanking
{
    private const int Steps = 100_000;

    private readonly Dictionary<int, Tie> _ties = [];

    private readonly record struct Tie(int Count, int Right, double Lowest);

    /// <summary>Counts a case.</summary>
    public void Add(double confidence, bool isRight)
    {
        int step = (int)Math.Round(confidence * Steps);
        Tie tie = _ties.TryGetValue(step, out Tie known) ? known : new Tie(0, 0, confidence);
        _ties[step] = new Tie(tie.Count + 1, tie.Right + (isRight ? 1 : 0), Math.Min(tie.Lowest, confidence));
    }

    /// <summary>
    /// Probability that a right case has a higher confidence than a wrong one, ties counted half (Mann and Whitney, 1947: the area under the ROC
    /// curve); null where all are right or all are wrong.
    /// </summary>
    public double? AreaUnderCurve()
    {
        double wrongBelow = 0, wins = 0, rightSoFar = 0;
        foreach (Tie tie in _ties.OrderBy(t => t.Key).Select(t => t.Value))
        {
            double wrong = tie.Count - tie.Right;
            wins += tie.Right * (wrongBelow + (wrong / 2));
            wrongBelow += wrong;
            rightSoFar += tie.Right;
        }

        return wrongBelow == 0 || rightSoFar == 0 ? null : wins / (wrongBelow * rightSoFar);
    }

    /// <summary>One point a threshold, the surest cases first (El-Yaniv and Wiener, 2010).</summary>
    public ImmutableArray<RiskPoint> RiskCurve()
    {
        long all = _ties.Values.Sum(t => (long)t.Count);
        long taken = 0, wrong = 0;
        var points = ImmutableArray.CreateBuilder<RiskPoint>(_ties.Count);
        foreach (Tie tie in _ties.OrderByDescending(t => t.Key).Select(t => t.Value))
        {
            taken += tie.Count;
            wrong += tie.Count - tie.Right;
            points.Add(new RiskPoint(tie.Lowest, (double)taken / all, taken, wrong));
        }

        return points.MoveToImmutable();
    }
}
