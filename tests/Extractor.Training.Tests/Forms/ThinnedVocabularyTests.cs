using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Forms;

namespace Extractor.Training.Tests.Forms;

public class ThinnedVocabularyTests
{
    private static readonly ImmutableArray<LearnedWording> All = new FormVocabulary(SmallTraining.Schema, SmallTraining.Shipped).WordingsWithout(null);

    [Fact]
    public void A_share_of_aliases_and_wordings_is_forgotten_and_every_name_kept()
    {
        (IndicatorSchema schema, ImmutableArray<LearnedWording> wordings) = ThinnedVocabulary.Of(SmallTraining.Schema, All, 0.6, 7);

        Assert.InRange((double)wordings.Length / All.Length, 0.35, 0.45);
        Assert.InRange((double)schema.Indicators.Sum(i => i.Aliases.Length) / SmallTraining.Schema.Indicators.Sum(i => i.Aliases.Length), 0.3, 0.5);
        Assert.Equal(SmallTraining.Schema.Indicators.Select(i => i.Name), schema.Indicators.Select(i => i.Name));
    }

    [Fact]
    public void The_same_seed_forgets_the_same() =>
        Assert.Equal(ThinnedVocabulary.Of(SmallTraining.Schema, All, 0.5, 3).Wordings.ToArray(), ThinnedVocabulary.Of(SmallTraining.Schema, All, 0.5, 3).Wordings.ToArray());
}
