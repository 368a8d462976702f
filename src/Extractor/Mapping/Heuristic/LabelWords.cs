using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>What labels of a family are read with.</summary>
/// <param name="Units">Reads printed units.</param>
/// <param name="Synonyms">Writes labels in the words they are compared by.</param>
/// <param name="Contrasts">Reads contrasts of labels.</param>
/// <param name="Facts">Facts of the indicators, in their order.</param>
internal sealed record LabelWords(UnitReader Units, SynonymFolder Synonyms, ContrastReader Contrasts, ImmutableArray<IndicatorFacts> Facts)
{
    /// <summary>Prepares reading.</summary>
    public static LabelWords Of(IndicatorSchema schema, KnownWordings known)
    {
        var units = new UnitReader(schema);
        var synonyms = new SynonymFolder(schema.Synonyms, known.Slips, new ShortForms(known.Keys));
        return new LabelWords(units, synonyms, new ContrastReader(schema.Contrasts, synonyms), IndicatorFacts.Of(schema, units));
    }
}
