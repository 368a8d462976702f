using Extractor.Evaluation.Reliability;
using FsCheck.Xunit;

namespace Extractor.Tests.Evaluation.Reliability;

public class ReliabilityTallyTests
{
    [Fact]
    public void The_figures_are_those_computed_by_hand()
    {
        // Bin 0.9 to 1: mean 0.95 against 1 of 2 right, a gap of 0.45; bin 0.2 to 0.3: 0.25 against 0 of 1; weighted by 2 and 1 of 3.
        ReliabilityFigures figures = Tally((0.95, true), (0.95, false), (0.25, false)).Summarise();

        Assert.Equal((3, 1), (figures.Count, figures.Right));
        Assert.Equal(2.15 / 3, figures.MeanConfidence, 12);
        Assert.Equal((0.45 * 2 / 3) + (0.25 / 3), figures.ExpectedCalibrationError, 12);
        Assert.Equal((0.0025 + 0.9025 + 0.0625) / 3, figures.BrierScore, 12);
    }

    [Fact]
    public void Full_confidence_belongs_to_the_last_bin()
    {
        ReliabilityBin last = Tally((1, true), (0.9, true)).Describe()[^1];

        Assert.Equal((2, 2, 0.95), (last.Count, last.Right, last.MeanConfidence));
    }

    [Fact]
    public void A_close_up_leaves_out_what_lies_below_it()
    {
        var tally = new ReliabilityTally(0.9);
        tally.Add(0.5, true);
        tally.Add(0.905, true);
        tally.Add(0.999, false);

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 1], tally.Describe().Select(b => b.Count));
        Assert.Equal(2, tally.Summarise().Count);
    }

    [Fact]
    public void The_interval_of_a_bin_is_that_of_Wilson()
    {
        // 9 of 10: 0.5958 to 0.9821.
        (double low, double high) = new ReliabilityBin(0.8, 0.9, 10, 9, 0.85).Interval;

        Assert.Equal(0.5958, low, 4);
        Assert.Equal(0.9821, high, 4);
    }

    [Property]
    public void The_error_is_that_of_grouping_the_cases((ushort Confidence, bool IsRight)[] cases)
    {
        (double Confidence, bool IsRight)[] judged = [.. cases.Select(c => (c.Confidence / (double)ushort.MaxValue, c.IsRight))];

        ReliabilityFigures figures = Tally(judged).Summarise();

        double expected = judged.GroupBy(c => Math.Min(9, (int)Math.Floor(c.Confidence * 10)))
            .Sum(bin => Math.Abs(bin.Average(c => c.Confidence) - bin.Average(c => c.IsRight ? 1.0 : 0)) * bin.Count()) / Math.Max(1, judged.Length);
        Assert.Equal(expected, figures.ExpectedCalibrationError, 9);
        Assert.Equal(judged.Length, Tally(judged).Describe().Sum(b => b.Count));
    }

    private static ReliabilityTally Tally(params (double Confidence, bool IsRight)[] cases)
    {
        var tally = new ReliabilityTally();
        foreach ((double confidence, bool isRight) in cases)
        {
            tally.Add(confidence, isRight);
        }

        return tally;
    }
}
