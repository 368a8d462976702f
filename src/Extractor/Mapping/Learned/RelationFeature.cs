using System.Collections.Immutable;

namespace Extractor.Mapping.Learned;

/// <summary>Evidence that the choices of the rows around give: the second pass.</summary>
internal static class RelationFeature
{
    public const int FirstPass = 0;
    public const int Parent = 1;
    public const int ParentConflict = 2;
    public const int Children = 3;
    public const int ChildrenConflict = 4;
    public const int Section = 5;
    public const int SectionConflict = 6;
    public const int NextInOrder = 7;
    public const int SoonInOrder = 8;
    public const int BackInOrder = 9;
    public const int BeforeNext = 10;
    public const int Sibling = 11;
    public const int WantedElsewhere = 12;
    public const int SlotsOfParent = 13;
    public const int SlotsUnsaid = 14;
    public const int SlotsConflict = 15;
    public const int SlotsOfSibling = 16;
    public const int LikelyParent = 17;
    public const int LikelyChildren = 18;
    public const int LikelyNext = 19;
    public const int LikelySoon = 20;
    public const int LikelyBefore = 21;
    public const int LikelySoonBefore = 22;

    /// <summary>Number of features.</summary>
    public const int Count = 23;

    /// <summary>Their names and signs, in their order.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =
    [
        new("firstPass", 1), new("parent", 1), new("parentConflict", -1), new("children", 1), new("childrenConflict", -1), new("section", 1),
        new("sectionConflict", -1), new("nextInOrder", 1), new("soonInOrder", 1), new("backInOrder", -1), new("beforeNext", 1), new("sibling", 1),
        new("wantedElsewhere", -1), new("slotsOfParent", 1), new("slotsUnsaid", -1), new("slotsConflict", -1), new("slotsOfSibling", 1),
        new("likelyParent", 1), new("likelyChildren", 1), new("likelyNext", 1), new("likelySoon", 1), new("likelyBefore", 1), new("likelySoonBefore", 1),
    ];
}

/// <summary>Evidence that the choices of the rows around give for a row being none of the schema.</summary>
internal static class NoneRelationFeature
{
    public const int FirstPass = 0;
    public const int Always = 1;
    public const int ParentIsNone = 2;
    public const int SiblingsAreNone = 3;
    public const int ChildrenAreNone = 4;
    public const int NeighboursAreNone = 5;

    public const int BestIsTaken = 6;

    /// <summary>Number of features.</summary>
    public const int Count = 7;

    /// <summary>Their names and signs, in their order.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =

    [
        new("firstPass", 1), new("always", 0), new("parentIsNone", 1), new("siblingsAreNone", 1), new("childrenAreNone", 1), new("neighboursAreNone", 1),
        new("bestIsTaken", 1),
    ];
}
