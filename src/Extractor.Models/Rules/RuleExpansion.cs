using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Turns the patterns of a rule into comparisons over codes that a schema has.</summary>
public static class RuleExpansion
{
    /// <summary>The check by which each indicator has the same figure in prose and tables.</summary>
    public const string AgreeingNarrative = "narrative";

    /// <summary>The check by which each indicator has the same figure wherever tables print it.</summary>
    public const string AgreeingTables = "tables";

    /// <summary>The check by which the items of a crossed table add up to the row of the whole, and members to their group.</summary>
    public const string AgreeingItems = "items";

    private const int MostComparisons = 2_000;

    /// <summary>The comparisons of a rule; none where its check is no expression.</summary>
    /// <exception cref="FormatException">The expression cannot be read, names an unknown code, or fits no code.</exception>
    public static ImmutableArray<RuleComparison> Of(SchemaRule rule, IndicatorSchema schema)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(schema);
        if (rule.Kind is RuleKind.Structure or RuleKind.Options or RuleKind.Series
            || (rule.Kind == RuleKind.Agreement && rule.Check is AgreeingNarrative or AgreeingTables or AgreeingItems))
        {
            return [];
        }

        var comparisons = ImmutableArray.CreateBuilder<RuleComparison>();
        foreach (RuleComparison written in RuleParser.Parse(rule.Check))
        {
            CheckShape(rule, written);
            int before = comparisons.Count;
            foreach (ImmutableDictionary<string, string> binding in BindingsOf(written, schema))
            {
                if (Fill(written, binding, schema) is { } filled && comparisons.Count < MostComparisons)
                {
                    comparisons.Add(filled);
                }
            }

            if (comparisons.Count == before)
            {
                throw new FormatException($"no codes of the schema fit '{rule.Check}'");
            }
        }

        return comparisons.ToImmutable();
    }

    private static void CheckShape(SchemaRule rule, RuleComparison comparison)
    {
        bool isQuotient = comparison.Divisor is not null;
        if (isQuotient != (rule.Kind == RuleKind.Quotient))
        {
            throw new FormatException(isQuotient ? $"a rule of kind '{rule.Kind}' divides nothing" : "a quotient needs '/'");
        }

        if (comparison.Relation == RuleRelation.NotTheFraction && !isQuotient)
        {
            throw new FormatException("'<>' compares with a quotient");
        }
    }

    // Each pattern binds its names to what the codes of the schema offer, the first pattern first.
    private static List<ImmutableDictionary<string, string>> BindingsOf(RuleComparison comparison, IndicatorSchema schema)
    {
        List<ImmutableDictionary<string, string>> bindings = [ImmutableDictionary.Create<string, string>(StringComparer.Ordinal)];
        foreach (string code in CellsOf(comparison).Select(c => c.Code))
        {
            if (!CodePattern.IsOne(code))
            {
                _ = schema.Find(code) ?? throw new FormatException($"there is no code '{code}'");
                continue;
            }

            CodePattern pattern = CodePattern.Parse(code);
            bindings = [.. bindings.SelectMany(b => Extend(pattern, b, schema)).Take(MostComparisons)];
        }

        return bindings;
    }

    // A pattern whose names are all known adds nothing; whether its code exists is seen when it is filled in.
    private static IEnumerable<ImmutableDictionary<string, string>> Extend(
        CodePattern pattern, ImmutableDictionary<string, string> binding, IndicatorSchema schema)
    {
        if (pattern.Fill(binding) is not null)
        {
            return [binding];
        }

        return schema.Indicators.Select(i => pattern.Match(i, binding)).OfType<ImmutableDictionary<string, string>>().Distinct(SameBinding.Instance);
    }

    private static RuleComparison? Fill(RuleComparison written, ImmutableDictionary<string, string> binding, IndicatorSchema schema)
    {
        RuleSide? left = Fill(written.Left, binding, schema);
        RuleSide? right = Fill(written.Right, binding, schema);
        RuleSide? divisor = written.Divisor is null ? null : Fill(written.Divisor, binding, schema);
        return left is null || right is null || (written.Divisor is not null && divisor is null)
            ? null
            : new RuleComparison(left, written.Relation, right, divisor);
    }

    private static RuleSide? Fill(RuleSide side, ImmutableDictionary<string, string> binding, IndicatorSchema schema)
    {
        var terms = ImmutableArray.CreateBuilder<RuleTerm>();
        foreach (RuleTerm term in side.Terms)
        {
            ImmutableArray<ImmutableArray<RuleCell>> choices = [.. term.Choices.Select(c => Fill(c, binding, schema)).OfType<ImmutableArray<RuleCell>>()];
            if (!choices.IsEmpty)
            {
                terms.Add(term with { Choices = choices });
            }
            else if (!term.Choices.All(c => c.All(cell => cell.CountsZeroWhenAbsent)))
            {
                return null;
            }
        }

        return terms.Count == 0 && !side.Terms.IsEmpty ? null : side with { Terms = terms.ToImmutable() };
    }

    private static ImmutableArray<RuleCell>? Fill(ImmutableArray<RuleCell> cells, ImmutableDictionary<string, string> binding, IndicatorSchema schema)
    {
        var filled = ImmutableArray.CreateBuilder<RuleCell>();
        foreach (RuleCell cell in cells)
        {
            string? code = CodePattern.IsOne(cell.Code) ? CodePattern.Parse(cell.Code).Fill(binding) : cell.Code;
            if (code is not null && schema.Find(code) is not null)
            {
                filled.Add(cell with { Code = code });
            }
            else if (!cell.CountsZeroWhenAbsent)
            {
                return null;
            }
        }

        return filled.Count == 0 ? null : filled.ToImmutable();
    }

    /// <summary>All cells of a comparison in the order of the text.</summary>
    internal static IEnumerable<RuleCell> CellsOf(RuleComparison comparison) =>
        CellsOf(comparison.Left).Concat(CellsOf(comparison.Right)).Concat(comparison.Divisor is null ? [] : CellsOf(comparison.Divisor));

    private static IEnumerable<RuleCell> CellsOf(RuleSide side) => side.Terms.SelectMany(t => t.Choices).SelectMany(c => c);

    private sealed class SameBinding : IEqualityComparer<ImmutableDictionary<string, string>>
    {
        public static readonly SameBinding Instance = new();

        public bool Equals(ImmutableDictionary<string, string>? x, ImmutableDictionary<string, string>? y) =>
            x is not null && y is not null && x.Count == y.Count && x.All(p => y.GetValueOrDefault(p.Key) == p.Value);

        public int GetHashCode(ImmutableDictionary<string, string> obj) => obj.Count;
    }
}
