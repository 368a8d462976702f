using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// What the probability of a choice being right is read from: leads over the next best reading in both passes, how well the label is explained, and what its
/// words and known foreign rows say; for "none of the schema" these are of the indicator it nearly was.
/// </summary>
internal static class ChoiceSignal
{
    public const int Always = 0;
    public const int FirstLead = 1;
    public const int SecondLead = 2;
    public const int SecondLeadLarge = 3;
    public const int LabelCovered = 4;
    public const int NeedsPlace = 5;
    public const int OverNone = 6;
    public const int Affinity = 7;
    public const int KnownForeign = 8;

    /// <summary>Number of signals.</summary>
    public const int Count = 9;

    private const float LargestLead = 5;
    private const float ModestLead = 2;

    // A label that seems to contradict an indicator outright may only be worded in a way nobody has met: "none" is never beyond doubt.
    private const float LargestLeadOfNone = ModestLead;

    /// <summary>Names and signs for a row that was taken for an indicator.</summary>
    public static ImmutableArray<FeatureDefinition> OfIndicator { get; } =
    [
        new("always", 0), new("firstLead", 1), new("secondLead", 1), new("secondLeadLarge", 1), new("labelCovered", 1), new("needsPlace", -1),
        new("overNone", 1), new("affinity", 1), new("knownForeign", -1),
    ];

    /// <summary>Names and signs for a row that was taken for none.</summary>
    public static ImmutableArray<FeatureDefinition> OfNone { get; } =
    [
        new("always", 0), new("firstLead", 1), new("secondLead", 1), new("secondLeadLarge", 1), new("labelCovered", -1), new("needsPlace", -1),
        new("overNone", -1), new("affinity", -1), new("knownForeign", 1),
    ];

    /// <summary>Reads the signals of a row's choice.</summary>
    public static float[] Read(RowNode node)
    {
        RowEvidence evidence = node.Evidence!;
        int choice = node.Choice;
        float first = float.NegativeInfinity, second = float.NegativeInfinity, covered = 0;
        if (choice >= 0)
        {
            (first, second) = (evidence.FirstNone, evidence.ScoreNone);
        }

        int nearest = -1;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            if (c != choice)
            {
                first = Math.Max(first, evidence.First[c]);
                second = Math.Max(second, node.Candidates[c].Score);
            }

            nearest = nearest < 0 || node.Candidates[c].Score > node.Candidates[nearest].Score ? c : nearest;
            covered = c == choice || choice < 0 ? Math.Max(covered, evidence.PairOf(c)[PairFeature.LabelCovered]) : covered;
        }

        float ownFirst = choice < 0 ? evidence.FirstNone : evidence.First[choice];
        float ownSecond = choice < 0 ? evidence.ScoreNone : node.Candidates[choice].Score;
        float[] signals = new float[Count];
        float lead = Math.Clamp(ownSecond - second, -LargestLead, choice < 0 ? LargestLeadOfNone : LargestLead);
        signals[Always] = 1;
        signals[FirstLead] = Math.Clamp(ownFirst - first, -LargestLead, LargestLead);
        signals[SecondLead] = Math.Min(lead, ModestLead);
        signals[SecondLeadLarge] = Math.Max(0, lead - ModestLead);
        signals[LabelCovered] = covered;
        signals[NeedsPlace] = node.IsAmbiguous ? 1 : 0;
        signals[KnownForeign] = Math.Max(evidence.None[RowFeature.KnownForeign], evidence.None[RowFeature.KnownForeignPlaced]);
        if ((choice >= 0 ? choice : nearest) is >= 0 and var indicator)
        {
            signals[OverNone] = Math.Clamp(node.Candidates[indicator].Score - evidence.ScoreNone, -LargestLead, LargestLead);
            signals[Affinity] = evidence.PairOf(indicator)[PairFeature.PlacedAffinity];
        }

        return signals;
    }
}
