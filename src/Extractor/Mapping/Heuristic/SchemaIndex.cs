using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>Everything about a schema that does not depend on a report, computed once a schema and shared by all threads.</summary>
internal sealed class SchemaIndex
{
    private static readonly ConditionalWeakTable<IndicatorSchema, SchemaIndex> Cache = [];
    private readonly float[] _relations;

    private SchemaIndex(IndicatorSchema schema)
    {
        Schema = schema;
        Units = new UnitReader(schema);
        Contrasts = new ContrastReader(schema.Contrasts);
        Facts = [.. schema.Indicators.Select(i => new IndicatorFacts(i, [.. i.Code.Split('.')], Units.BitOf(i.Unit)))];
        Wordings = [.. WordingReader.Read(schema, Contrasts)];
        Phrases = new PhraseIndex([.. Wordings.Select(w => w.Key)]);
        _relations = Relate(Facts);
    }

    /// <summary>The schema.</summary>
    public IndicatorSchema Schema { get; }

    /// <summary>Reads printed units.</summary>
    public UnitReader Units { get; }

    /// <summary>Reads contrasts of labels.</summary>
    public ContrastReader Contrasts { get; }

    /// <summary>Facts of the indicators, in their order.</summary>
    public ImmutableArray<IndicatorFacts> Facts { get; }

    /// <summary>All wordings, those of one indicator side by side.</summary>
    public ImmutableArray<Wording> Wordings { get; }

    /// <summary>Similarity of labels with the wordings.</summary>
    public PhraseIndex Phrases { get; }

    /// <summary>The index of a schema.</summary>
    public static SchemaIndex For(IndicatorSchema schema) => Cache.GetValue(schema, static s => new SchemaIndex(s));

    /// <summary>How near each indicator is below an indicator: 1 for its children, less for relatives.</summary>
    public ReadOnlySpan<float> RelationsBelow(int indicator) => _relations.AsSpan(indicator * Facts.Length, Facts.Length);

    private static float[] Relate(ImmutableArray<IndicatorFacts> facts)
    {
        float[] relations = new float[facts.Length * facts.Length];
        for (int above = 0; above < facts.Length; above++)
        {
            for (int below = 0; below < facts.Length; below++)
            {
                relations[(above * facts.Length) + below] = Relation(facts[above], facts[below]);
            }
        }

        return relations;
    }

    private static float Relation(IndicatorFacts above, IndicatorFacts below)
    {
        if (ReferenceEquals(above, below))
        {
            return 0;
        }

        if (below.Indicator.Parent == above.Indicator.Code)
        {
            return 1;
        }

        int shared = 0;
        while (shared < above.Path.Length && shared < below.Path.Length && above.Path[shared] == below.Path[shared])
        {
            shared++;
        }

        // Forms group rows under a rate or a first sibling as well as under the heading.
        return shared == above.Path.Length ? 0.8f
            : below.Indicator.Parent is not null && below.Indicator.Parent == above.Indicator.Parent ? 0.6f
            : shared > 1 ? 0.5f
            : shared == 1 ? 0.3f
            : 0;
    }
}

/// <summary>What the mapper needs to know of an indicator besides its wordings.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Path">Parts of its code.</param>
/// <param name="UnitBit">Bit of its unit.</param>
internal sealed record IndicatorFacts(Indicator Indicator, ImmutableArray<string> Path, ulong UnitBit)
{
    /// <summary>Whether it takes a coded answer.</summary>
    public bool IsCoded => Indicator.Kind is ValueKind.Boolean or ValueKind.Enum;
}
