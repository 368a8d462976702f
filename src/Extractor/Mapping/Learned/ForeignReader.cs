using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>Reads how much a row says what reviewed forms print that is none of the schema: from far off nothing, word for word all.</summary>
internal static class ForeignReader
{
    private const float AlikeFrom = 0.6f;

    /// <summary>Reads the features of a row that the scorer has just compared.</summary>
    public static void Read(RowNode node, TextScorer texts)
    {
        (float own, float placed) = texts.CompareForeign(node, AlikeFrom);
        node.Evidence!.None[RowFeature.KnownForeign] = (own - AlikeFrom) / (1 - AlikeFrom);
        node.Evidence.None[RowFeature.KnownForeignPlaced] = (placed - AlikeFrom) / (1 - AlikeFrom);
    }
}
