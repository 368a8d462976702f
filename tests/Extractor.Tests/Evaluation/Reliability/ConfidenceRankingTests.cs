using System.Collections.Immutable;
using Extractor.Evaluation.Reliability;
using FsCheck.Xunit;

namespace Extractor.Tests.Evaluation.Reliability;

public class ConfidenceRankingTests
{
    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_the_right_order()
    {
        // Pairs (right, wrong): (0.9, 0.8) in order, (0.9, 0.9) a tie, (0.7, 0.8) and (0.7, 0.9) not.
        ConfidenceRanking ranking = Rank((0.9, true), (0.7, true), (0.8, false), (0.9, false));

        Assert.Equal(1.5 / 4, ranking.AreaUnderCurve()!.Value, 12);
    }

    [Fact]
    public void Without_a_wrong_or_a_right_case_there_is_nothing_to_tell_apart()
    {
        Assert.Null(Rank((0.9, true), (0.5, true)).AreaUnderCurve());
        Assert.Null(Rank((0.9, false)).AreaUnderCurve());
        Assert.Null(Rank().AreaUnderCurve());
    }

    [Fact]
    public void The_risk_curve_takes_cases_by_falling_confidence_and_ties_together()
    {
        ImmutableArray<RiskPoint> curve = Rank((0.99, true), (0.99, true), (0.9, true), (0.9, false), (0.5, false)).RiskCurve();

        Assert.Equal(new RiskPoint[] { new(0.99, 0.4, 2, 0), new(0.9, 0.8, 4, 1), new(0.5, 1, 5, 2) }, curve);
        Assert.Equal(0.25, curve[1].Risk);
    }

    [Fact]
    public void What_passes_untouched_is_the_largest_part_that_keeps_the_accuracy()
    {
        // 999 right ones and a wrong one keep 99.9 %; one more wrong one does not.
        ConfidenceRanking ranking = Rank([.. Enumerable.Repeat((0.99, true), 999), (0.9, false), (0.8, false)]);

        RiskPoint passing = RiskPoint.Keeping(0.999, ranking.RiskCurve())!;

        Assert.Equal((0.9, 1000L, 1L), (passing.Threshold, passing.Taken, passing.Wrong));
        Assert.Null(RiskPoint.Keeping(0.999, Rank((0.9, false), (0.5, true)).RiskCurve()));
    }

    [Fact]
    public void A_later_part_can_pass_though_an_earlier_one_does_not()
    {
        ConfidenceRanking ranking = Rank([(1, false), .. Enumerable.Repeat((0.9, true), 999)]);

        Assert.Equal(1, RiskPoint.Keeping(0.999, ranking.RiskCurve())!.Coverage);
    }

    [Property]
    public void The_area_is_that_of_counting_all_pairs((int Step, bool IsRight)[] cases)
    {
        (double Confidence, bool IsRight)[] ranked = Cases(cases);
        double[] right = [.. ranked.Where(c => c.IsRight).Select(c => c.Confidence)], wrong = [.. ranked.Where(c => !c.IsRight).Select(c => c.Confidence)];

        double? area = Rank(ranked).AreaUnderCurve();

        if (right.Length == 0 || wrong.Length == 0)
        {
            Assert.Null(area);
            return;
        }

        double wins = right.Sum(r => wrong.Sum(w => r > w ? 1 : r == w ? 0.5 : 0));
        Assert.Equal(wins / ((double)right.Length * wrong.Length), area!.Value, 9);
    }

    [Property]
    public void The_risk_curve_grows_to_all_cases_and_counts_every_wrong_one((int Step, bool IsRight)[] cases)
    {
        (double Confidence, bool IsRight)[] ranked = Cases(cases);

        ImmutableArray<RiskPoint> curve = Rank(ranked).RiskCurve();

        Assert.Equal(ranked.Select(c => c.Confidence).Distinct().Count(), curve.Length);
        for (int i = 0; i < curve.Length; i++)
        {
            (double Confidence, bool IsRight)[] taken = [.. ranked.Where(c => c.Confidence >= curve[i].Threshold)];
            Assert.Equal((taken.Length, taken.Count(c => !c.IsRight)), (curve[i].Taken, curve[i].Wrong));
            Assert.True(i == 0 || (curve[i].Taken > curve[i - 1].Taken && curve[i].Wrong >= curve[i - 1].Wrong && curve[i].Threshold < curve[i - 1].Threshold));
        }

        Assert.True(curve.IsEmpty || curve[^1].Coverage == 1);
    }

    // Few steps, so that ties are common.
    private static (double, bool)[] Cases((int Step, bool IsRight)[] cases) => [.. cases.Select(c => ((double)(uint)c.Step % 21 / 20, c.IsRight))];

    private static ConfidenceRanking Rank(params (double Confidence, bool IsRight)[] cases)
    {
        var ranking = new ConfidenceRanking();
        foreach ((double confidence, bool isRight) in cases)
        {
            ranking.Add(confidence, isRight);
        }

        return ranking;
    }
}
