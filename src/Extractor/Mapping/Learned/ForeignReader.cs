using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>Reads how much a row says what reviewed forms print that is none of the schema: from far off nothing, word for word all.</summary>
internal static class ForeignReader
{
    private const float AlikeFrom = 0.6f;

    /// <summary>Reads a row that the scorer has just compared: alone, and with its place.</summary>
    public static (float Alone, float Placed) Read(RowNode node, TextScorer texts)
    {
        (float own, float placed) = texts.CompareForeign(node, AlikeFrom);
        return ((own - AlikeFrom) / (1 - AlikeFrom), (placed - AlikeFrom) / (1 - AlikeFrom));
    }
}
