using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;

namespace Extractor.Validation.Engine;

/// <summary>The rules of a schema made ready once: codes become numbers, patterns the comparisons they stand for.</summary>
internal sealed class CompiledRules
{
    private static readonly ConditionalWeakTable<IndicatorSchema, CompiledRules> Known = [];

    private readonly FrozenDictionary<string, int> _indexOf;
    private readonly int[] _parents;

    private CompiledRules(IndicatorSchema schema)
    {
        Schema = schema;
        _indexOf = schema.Indicators.Select((indicator, index) => (indicator.Code, index)).ToFrozenDictionary(p => p.Code, p => p.index, StringComparer.Ordinal);
        _parents = [.. schema.Indicators.Select(i => i.Parent is null ? -1 : _indexOf[i.Parent])];
        var checks = new List<CompiledCheck>();
        foreach (SchemaRule rule in schema.Rules)
        {
            foreach (RuleComparison comparison in RuleExpansion.Of(rule, schema))
            {
                checks.Add(Compile(checks.Count, rule, comparison));
            }
        }

        Checks = [.. checks];
    }

    /// <summary>The schema.</summary>
    public IndicatorSchema Schema { get; }

    /// <summary>The comparisons of all rules in the order of the rules.</summary>
    public ImmutableArray<CompiledCheck> Checks { get; }

    /// <summary>The compiled rules of a schema; compiled at the first call.</summary>
    public static CompiledRules For(IndicatorSchema schema) => Known.GetValue(schema, s => new CompiledRules(s));

    /// <summary>Place of an indicator in the schema.</summary>
    public int IndexOf(string code) => _indexOf[code];

    /// <summary>Place of the indicator that one belongs under; -1 at the top.</summary>
    public int ParentOf(int indicator) => _parents[indicator];

    private CompiledCheck Compile(int index, SchemaRule rule, RuleComparison comparison) => new()
    {
        Index = index,
        Rule = rule,
        Relation = comparison.Relation,
        Left = Compile(comparison.Left),
        Right = Compile(comparison.Right),
        Divisor = comparison.Divisor is null ? null : Compile(comparison.Divisor),
    };

    private CompiledSide Compile(RuleSide side) => new(
        side.Constant,
        [.. side.Terms.Select(t => new CompiledTerm(t.Sign, [.. t.Choices.Select(c => c.Select(Compile).ToArray())]))]);

    private CompiledCell Compile(RuleCell cell) => new(IndexOf(cell.Code), cell.Sign, cell.CountsZeroWhenAbsent);
}
