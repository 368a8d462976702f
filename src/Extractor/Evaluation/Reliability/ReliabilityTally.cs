using System.Collections.Immutable;

namespace Extractor.Evaluation.Reliability;

/// <summary>Adds up cases by bins of confidence; its size does not grow with the cases.</summary>
/// <param name="from">Lowest confidence that counts.</param>
internal sealed class ReliabilityTally(double from = 0)
{
    private const int Bins = 10;

    private readonly (int Count, int Right, double Confidence)[] _bins = new (int, int, double)[Bins];
    private double _squares;

    /// <summary>Counts a case; one below the lowest confidence is left out.</summary>
    public void Add(double confidence, bool isRight)
    {
        if (confidence < from)
        {
            return;
        }

        ref (int Count, int Right, double Confidence) bin = ref _bins[Math.Min(Bins - 1, (int)((confidence - from) / (1 - from) * Bins))];
        bin.Count++;
        bin.Right += isRight ? 1 : 0;
        bin.Confidence += confidence;
        double miss = confidence - (isRight ? 1 : 0);
        _squares += miss * miss;
    }

    /// <summary>The figures of all cases so far.</summary>
    public ReliabilityFigures Summarise()
    {
        int count = _bins.Sum(b => b.Count);
        return count == 0
            ? new ReliabilityFigures(0, 0, 0, 0, 0)
            : new ReliabilityFigures(
                count,
                _bins.Sum(b => b.Right),
                _bins.Sum(b => b.Confidence) / count,
                _bins.Sum(b => Math.Abs(b.Confidence - b.Right)) / count,
                _squares / count);
    }

    /// <summary>The bins, those without cases included.</summary>
    public ImmutableArray<ReliabilityBin> Describe()
    {
        double width = (1 - from) / Bins;
        return
        [
            .. _bins.Select((b, i) => new ReliabilityBin(
                from + (i * width), from + ((i + 1) * width), b.Count, b.Right,
                b.Count == 0 ? from + ((i + 0.5) * width) : b.Confidence / b.Count)),
        ];
    }
}
