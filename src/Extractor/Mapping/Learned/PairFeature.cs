using System.Collections.Immutable;

namespace Extractor.Mapping.Learned;

/// <summary>Evidence for a row being an indicator that the row and the rows above it give: the first pass.</summary>
internal static class PairFeature
{
    public const int Own = 0;
    public const int Placed = 1;
    public const int Local = 2;
    public const int LocalBelowParent = 3;
    public const int Exact = 4;
    public const int LabelCovered = 5;
    public const int WordingCovered = 6;
    public const int WordingCoveredWithPlace = 7;
    public const int BothCovered = 8;
    public const int Content = 9;
    public const int NoContent = 10;
    public const int Conflict = 11;
    public const int Extra = 12;
    public const int Missing = 13;
    public const int WeakConflict = 14;
    public const int Narrowed = 15;
    public const int Agreement = 16;
    public const int UnitAgreement = 17;
    public const int UnitConflict = 18;
    public const int OptionsAgreement = 19;
    public const int OptionsConflict = 20;
    public const int RatioForm = 21;
    public const int PercentForm = 22;
    public const int ValueConflict = 23;
    public const int HeadingAgreement = 24;
    public const int HeadingConflict = 25;
    public const int EmptyLeaf = 26;
    public const int FigureNamed = 27;
    public const int NearParent = 28;
    public const int Position = 29;
    public const int Depth = 30;
    public const int AmbiguousOwn = 31;
    public const int WordingCoveredWithBefore = 32;
    public const int LabelCoveredByName = 33;
    public const int Affinity = 34;
    public const int AffinityLead = 35;
    public const int PlacedAffinity = 36;
    public const int PlacedAffinityLead = 37;

    public const int ScopeConflict = 38;
    public const int OutOfScope = 39;
    public const int NarrowerSaid = 40;
    public const int Strange = 41;
    public const int AnswerCounted = 42;
    public const int HeadingMeasured = 43;
    public const int NarrowerHinted = 44;
    public const int NameUnsaid = 45;
    public const int FigureOfHeading = 46;

    /// <summary>Number of features.</summary>
    public const int Count = 47;

    /// <summary>Features of how alike the label and the wordings are.</summary>
    public static ImmutableArray<int> OfTexts { get; } =
    [
        Own, Placed, Exact, LabelCovered, WordingCovered, WordingCoveredWithPlace, BothCovered, Content, WordingCoveredWithBefore, LabelCoveredByName,
        Affinity, AffinityLead, PlacedAffinity, PlacedAffinityLead,
    ];

    /// <summary>Their names and signs, in their order.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =
    [
        new("own", 1), new("placed", 1), new("local", 1), new("localBelowParent", 1), new("exact", 1),
        new("labelCovered", 1), new("wordingCovered", 1), new("wordingCoveredWithPlace", 1), new("bothCovered", 1), new("content", 1), new("noContent", -1),
        new("conflict", -1), new("extra", -1), new("missing", -1), new("weakConflict", -1), new("narrowed", -1), new("agreement", 1),
        new("unitAgreement", 1), new("unitConflict", -1), new("optionsAgreement", 1), new("optionsConflict", -1),
        new("ratioForm", 1), new("percentForm", 1), new("valueConflict", -1),
        new("headingAgreement", 1), new("headingConflict", -1), new("emptyLeaf", -1), new("figureNamed", 1),
        new("nearParent", 1), new("position", 1), new("depth", 1), new("ambiguousOwn", 0), new("wordingCoveredWithBefore", 1), new("labelCoveredByName", 1),
        new("affinity", 1), new("affinityLead", 1), new("placedAffinity", 1), new("placedAffinityLead", 1),
        new("scopeConflict", -1), new("outOfScope", -1), new("narrowerSaid", -1), new("strange", -1), new("answerCounted", -1), new("headingMeasured", -1),
        new("narrowerHinted", -1), new("nameUnsaid", -1), new("figureOfHeading", 1),
    ];
}
