using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// What the probability of a choice being right is read from: leads over the next best reading in both passes, how well the label is explained and how much
/// better than by other readings, what is said besides, and who else wants the indicator; for "none of the schema" these are of the indicator it nearly was.
/// </summary>
internal static class ChoiceSignal
{
    public const int Always = 0;
    public const int FirstLead = 1;
    public const int FirstLeadLarge = 2;
    public const int SecondLead = 3;
    public const int SecondLeadLarge = 4;
    public const int SecondLeadHuge = 5;
    public const int LabelCovered = 6;
    public const int NeedsPlace = 7;
    public const int OverNone = 8;
    public const int Affinity = 9;
    public const int KnownForeign = 10;
    public const int Own = 11;
    public const int OwnLead = 12;
    public const int Strange = 13;
    public const int NarrowerSaid = 14;
    public const int Unlike = 15;
    public const int ScopeConflict = 16;
    public const int Wanted = 17;
    public const int Misplaced = 18;
    public const int InOrder = 19;
    public const int FormFit = 20;
    public const int NarrowerHinted = 21;
    public const int NameUnsaid = 22;
    public const int Repeated = 23;

    /// <summary>Number of signals.</summary>
    public const int Count = 24;

    private const float LargestLead = 5;
    private const float HugeLead = 12;
    private const float ModestLead = 2;

    // A label that seems to contradict an indicator outright may only be worded in a way nobody has met: "none" is never beyond doubt.
    private const float LargestLeadOfNone = ModestLead;

    /// <summary>Names and signs for a row that was taken for an indicator.</summary>
    public static ImmutableArray<FeatureDefinition> OfIndicator { get; } = Define(1);

    /// <summary>Names and signs for a row that was taken for none.</summary>
    public static ImmutableArray<FeatureDefinition> OfNone { get; } = Define(-1);

    /// <summary>How far a row leads over its other readings after the first pass, no further than says something of the report as a whole.</summary>
    public static float ModestLeadOf(RowNode node) => Math.Clamp(FirstLeadOf(node), -ModestLead, LargestLead);

    /// <summary>Reads the signals of a row's choice.</summary>
    /// <param name="node">The row.</param>
    /// <param name="report">What all choices of the report say.</param>
    public static float[] Read(RowNode node, ReportChoices report)
    {
        RowEvidence evidence = node.Evidence!;
        int choice = node.Choice;
        float second = choice < 0 ? float.NegativeInfinity : evidence.ScoreNone, otherOwn = 0, covered = 0;
        int nearest = -1;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            nearest = nearest < 0 || node.Candidates[c].Score > node.Candidates[nearest].Score ? c : nearest;
            covered = c == choice || choice < 0 ? Math.Max(covered, evidence.PairOf(c)[PairFeature.LabelCovered]) : covered;
            if (c != choice)
            {
                second = Math.Max(second, node.Candidates[c].Score);
                otherOwn = Math.Max(otherOwn, SimilarityOf(evidence, c));
            }
        }

        float ownSecond = choice < 0 ? evidence.ScoreNone : node.Candidates[choice].Score;
        float[] signals = new float[Count];
        float first = Math.Clamp(FirstLeadOf(node), -LargestLead, choice < 0 ? LargestLead : HugeLead);
        float lead = Math.Clamp(ownSecond - second, -LargestLead, choice < 0 ? LargestLeadOfNone : HugeLead);
        signals[Always] = 1;
        signals[FirstLead] = Math.Min(first, LargestLead);
        signals[FirstLeadLarge] = Math.Max(0, first - LargestLead);
        signals[SecondLead] = Math.Min(lead, ModestLead);
        signals[SecondLeadLarge] = Math.Clamp(lead - ModestLead, 0, LargestLead - ModestLead);
        signals[SecondLeadHuge] = Math.Max(0, lead - LargestLead);
        signals[LabelCovered] = covered;
        signals[NeedsPlace] = node.IsAmbiguous ? 1 : 0;
        signals[KnownForeign] = Math.Max(evidence.None[RowFeature.KnownForeign], evidence.None[RowFeature.KnownForeignPlaced]);
        signals[FormFit] = report.Fit;
        signals[Repeated] = node.Choice >= 0 && report.IsRepeated(node.Indicator) ? 1 : 0;
        if ((choice >= 0 ? choice : nearest) is >= 0 and var candidate)
        {
            ReadCandidate(node, candidate, otherOwn, signals);
        }

        return signals;
    }

    private static void ReadCandidate(RowNode node, int candidate, float otherOwn, float[] signals)
    {
        RowEvidence evidence = node.Evidence!;
        ReadOnlySpan<float> pair = evidence.PairOf(candidate), relations = evidence.RelationsOf(candidate);
        signals[OverNone] = Math.Clamp(node.Candidates[candidate].Score - evidence.ScoreNone, -LargestLead, LargestLead);
        signals[Affinity] = pair[PairFeature.PlacedAffinity];
        signals[Own] = SimilarityOf(evidence, candidate);
        signals[OwnLead] = signals[Own] - otherOwn;
        signals[Strange] = pair[PairFeature.Strange];
        signals[NarrowerSaid] = pair[PairFeature.NarrowerSaid];
        signals[NarrowerHinted] = pair[PairFeature.NarrowerHinted];
        signals[NameUnsaid] = pair[PairFeature.NameUnsaid];
        signals[Unlike] = pair[PairFeature.Conflict] + pair[PairFeature.WeakConflict] + pair[PairFeature.Extra] + pair[PairFeature.Missing] + pair[PairFeature.Narrowed];
        signals[ScopeConflict] = pair[PairFeature.ScopeConflict];
        signals[Wanted] = relations[RelationFeature.WantedElsewhere];
        signals[Misplaced] = relations[RelationFeature.ParentConflict] + relations[RelationFeature.SectionConflict];
        signals[InOrder] = relations[RelationFeature.LikelyNext] + relations[RelationFeature.LikelyBefore] + relations[RelationFeature.LikelyParent];
    }

    private static float FirstLeadOf(RowNode node)
    {
        RowEvidence evidence = node.Evidence!;
        float other = node.Choice < 0 ? float.NegativeInfinity : evidence.FirstNone;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            other = c == node.Choice ? other : Math.Max(other, evidence.First[c]);
        }

        return (node.Choice < 0 ? evidence.FirstNone : evidence.First[node.Choice]) - other;
    }

    private static float SimilarityOf(RowEvidence evidence, int candidate)
    {
        ReadOnlySpan<float> pair = evidence.PairOf(candidate);
        return Math.Max(pair[PairFeature.Own], Math.Max(pair[PairFeature.Placed], pair[PairFeature.LocalBelowParent]));
    }

    // What speaks for an indicator speaks against none.
    private static ImmutableArray<FeatureDefinition> Define(int sign) =>
    [
        new("always", 0), new("firstLead", 1), new("firstLeadLarge", 1), new("secondLead", 1), new("secondLeadLarge", 1), new("secondLeadHuge", 1),
        new("labelCovered", sign), new("needsPlace", -1), new("overNone", sign), new("affinity", sign), new("knownForeign", -sign),
        new("own", sign), new("ownLead", sign), new("strange", -sign), new("narrowerSaid", -sign), new("unlike", -sign), new("scopeConflict", -sign),
        new("wanted", -sign), new("misplaced", -sign), new("inOrder", sign), new("formFit", 1), new("narrowerHinted", -sign),
        new("nameUnsaid", -sign), new("repeated", -sign),
    ];
}
