using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Training.Fitting;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Tests.Fitting;

public class ChoiceModelTests
{
    private static readonly ImmutableArray<FeatureDefinition> One = [new("evidence", 1)];
    private static readonly ImmutableArray<FeatureDefinition> None = [new("always", 0)];

    [Fact]
    public void Weights_that_made_the_choices_are_found_again()
    {
        var random = new SeededRandom(5);
        var cases = new List<ChoiceCase>();
        for (int i = 0; i < 4000; i++)
        {
            float evidence = random.Below(100) / 50f;
            bool isRight = random.Chance(1 / (1 + Math.Exp(-((2 * evidence) - 1.5))));
            cases.Add(new ChoiceCase([evidence], [1], [isRight, !isRight], 1));
        }

        (float[] weights, float[] none) = ChoiceModel.Fit(cases, One, None, 1e-3, null);

        Assert.InRange(weights[0], 1.8f, 2.2f);
        Assert.InRange(none[0], 1.3f, 1.7f);
    }

    [Fact]
    public void A_weight_never_takes_the_sign_its_evidence_cannot_have()
    {
        ChoiceCase[] misleading = [.. Enumerable.Range(0, 50).Select(i => new ChoiceCase([i % 2], [1], [i % 2 == 0, i % 2 != 0], 1))];

        Assert.Equal(0, ChoiceModel.Fit(misleading, One, None, 1e-3, null).Candidates[0]);
        Assert.True(ChoiceModel.Fit(misleading, [new("evidence", -1)], None, 1e-3, null).Candidates[0] < -1);
    }

    [Fact]
    public void A_row_counts_as_much_as_its_weight_says()
    {
        ChoiceCase right = new([1], [0], [true, false], 3), wrong = new([1], [0], [false, true], 1);

        float weight = ChoiceModel.Fit([right, wrong], [new("evidence", 0)], None, 1e-6, null).Candidates[0];

        Assert.Equal(Math.Log(3), weight, 1e-2);
    }
}
