using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Forms;

/// <summary>
/// Forgets a random share of what a mapper could know when it reads a form. Aliases were often written with the labelled forms in view, so that these
/// are read too easily; a form of an office nobody has read yet is read as with half of the words missing.
/// </summary>
internal static class ThinnedVocabulary
{
    /// <summary>A schema and wordings of which each alias and wording is kept by chance; names of indicators stay.</summary>
    public static (IndicatorSchema Schema, ImmutableArray<LearnedWording> Wordings) Of(
        IndicatorSchema schema, ImmutableArray<LearnedWording> wordings, double forgotten, ulong seed)
    {
        var random = new SeededRandom(seed);
        return (FormVocabulary.With(schema, (_, _) => !random.Chance(forgotten)), [.. wordings.Where(_ => !random.Chance(forgotten))]);
    }
}
