using System.Collections.Immutable;

namespace Extractor.Mapping.Learned;

/// <summary>Evidence for a row being none of the schema.</summary>
internal static class RowFeature
{
    public const int Always = 0;
    public const int UnknownWords = 1;
    public const int UnknownUnit = 2;
    public const int Unexplained = 3;
    public const int Heading = 4;
    public const int ShortLabel = 5;
    public const int NoUnit = 6;
    public const int UnknownAbove = 7;
    public const int KnownForeign = 8;
    public const int KnownForeignPlaced = 9;

    public const int Strange = 10;
    public const int EarlierPeriod = 11;

    /// <summary>Number of features.</summary>
    public const int Count = 12;

    /// <summary>Their names and signs, in their order.</summary>
    public static ImmutableArray<FeatureDefinition> Definitions { get; } =
    [
        new("always", 0), new("unknownWords", 1), new("unknownUnit", 1), new("unexplained", 1), new("heading", 0), new("shortLabel", 0),
        new("noUnit", 0), new("unknownAbove", 1), new("knownForeign", 1), new("knownForeignPlaced", 1), new("strange", 1),
        new("earlierPeriod", 1),
    ];
}
