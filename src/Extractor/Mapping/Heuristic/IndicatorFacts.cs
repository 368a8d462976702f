using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>What the mapper needs to know of an indicator besides its wordings.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Path">Parts of its code.</param>
/// <param name="UnitBit">Bit of its unit.</param>
/// <param name="IsLeaf">Whether no indicator stands under it.</param>
/// <param name="NamesFigure">Whether its name says that it is a figure.</param>
internal sealed record IndicatorFacts(Indicator Indicator, ImmutableArray<string> Path, ulong UnitBit, bool IsLeaf, bool NamesFigure)
{
    /// <summary>Whether it takes a coded answer.</summary>
    public bool IsCoded => Indicator.Kind is ValueKind.Boolean or ValueKind.Enum;

    /// <summary>Depth in the schema, from 0.</summary>
    public int Depth => Path.Length - 1;

    /// <summary>Facts of all indicators of a schema, in their order.</summary>
    public static ImmutableArray<IndicatorFacts> Of(IndicatorSchema schema, UnitReader units)
    {
        HashSet<string?> parents = [.. schema.Indicators.Select(i => i.Parent)];
        return [.. schema.Indicators.Select(i => new IndicatorFacts(
            i, [.. i.Code.Split('.')], units.BitOf(i.Unit), !parents.Contains(i.Code), LabelText.NamesFigure(MatchKey.Of(i.Name.Vi))))];
    }
}
