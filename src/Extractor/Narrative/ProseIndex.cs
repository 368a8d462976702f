using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>What a schema says about prose, prepared once and shared by all threads.</summary>
internal sealed class ProseIndex
{
    private static readonly ConditionalWeakTable<IndicatorSchema, ProseIndex> Cache = [];
    private readonly ImmutableArray<(string Key, string Unit)> _units;
    private readonly FrozenDictionary<string, long> _scales;

    private ProseIndex(IndicatorSchema schema)
    {
        Patterns = [.. schema.Prose.Select(p => new CompiledPattern(p, Require(schema, p.Code), p.WholeCode is null ? null : Require(schema, p.WholeCode)))];
        _scales = schema.Units.ToFrozenDictionary(
            u => u.Key, u => Math.Max(1, u.Printed[0].Split(' ').Max(w => NumberWords.ScaleOf(w))), StringComparer.Ordinal);
        _units =
        [
            .. schema.Units.SelectMany(u => u.Printed.Select(printed => (Key: $" {MatchKey.Of(printed)} ", Unit: u.Key)))
                .OrderByDescending(u => u.Key.Length),
        ];
    }

    /// <summary>What an amount of đồng is divided by to give the unit: 1,000,000 where forms print "Triệu đồng" first.</summary>
    public long ScaleOf(string? unit) => unit is not null && _scales.TryGetValue(unit, out long scale) ? scale : 1;

    /// <summary>The patterns.</summary>
    public ImmutableArray<CompiledPattern> Patterns { get; }

    /// <summary>The index of a schema.</summary>
    public static ProseIndex For(IndicatorSchema schema) => Cache.GetValue(schema, static s => new ProseIndex(s));

    /// <summary>Whether words behind a figure start with a printed form of a unit; null where they start with no unit at all.</summary>
    public bool? StartsWithUnit(string paddedKey, string? unit)
    {
        bool? starts = null;
        foreach ((string key, string name) in _units)
        {
            if (paddedKey.StartsWith(key, StringComparison.Ordinal))
            {
                if (string.Equals(name, unit, StringComparison.Ordinal))
                {
                    return true;
                }

                starts = false;
            }
        }

        return starts;
    }

    private static Indicator Require(IndicatorSchema schema, string code) =>
        schema.Find(code) ?? throw new InvalidDataException($"prose.csv names the code '{code}', which indicators.csv does not have.");
}
