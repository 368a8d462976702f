using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Families;

/// <summary>What reports of a family look like from afar: its signs, and the names its rows are printed by.</summary>
internal sealed class FamilyProfile
{
    /// <summary>What a report is worth whose rows all carry a name of the family.</summary>
    private const double LabelWeight = 6;

    private static readonly ConditionalWeakTable<IndicatorSchema, FamilyProfile> Cache = [];
    private readonly ImmutableArray<(SignPlace Place, string Phrase, double Weight)> _signs;
    private readonly FrozenSet<string> _names;

    private FamilyProfile(IndicatorSchema schema)
    {
        _signs = [.. schema.Signs.Select(s => (s.Place, $" {MatchKey.Of(s.Phrase)} ", s.Weight))];
        _names = schema.Indicators.SelectMany(i => i.Aliases.Append(i.Name.Vi))
            .Concat(schema.Crossed?.Dimensions.SelectMany(d => d.Members) ?? [])
            .Select(MatchKey.Of).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The profile of a family.</summary>
    public static FamilyProfile For(IndicatorSchema schema) => Cache.GetValue(schema, static s => new FamilyProfile(s));

    /// <summary>How much a document speaks for this family; 0 where nothing does.</summary>
    public double Score(FamilyEvidence evidence)
    {
        double score = 0;
        foreach ((SignPlace place, string phrase, double weight) in _signs)
        {
            score += evidence.At(place).Contains(phrase, StringComparison.Ordinal) ? weight : 0;
        }

        int known = evidence.Labels.Count(_names.Contains);
        return score + (evidence.Labels.IsEmpty ? 0 : LabelWeight * known / evidence.Labels.Length);
    }
}
