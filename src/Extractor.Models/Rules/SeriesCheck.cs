using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>What a rule of kind <see cref="RuleKind.Series"/> asks of the reports of one agency.</summary>
/// <param name="Relation">How the figures of different reports relate.</param>
/// <param name="Code">Indicator in the later report, or the one that accumulates.</param>
/// <param name="Earlier">Indicator in the report before it.</param>
public sealed record SeriesCheck(SeriesRelation Relation, string Code, string Earlier)
{
    /// <summary>The checks of a rule: <c>a = previous b</c>, <c>rising a</c>, <c>adding a</c>, <c>lasting a</c>, where a can be a pattern.</summary>
    /// <exception cref="FormatException">The text is none of these, or names no code of the schema.</exception>
    public static ImmutableArray<SeriesCheck> Of(SchemaRule rule, IndicatorSchema schema)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(schema);
        string[] words = rule.Check.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var later, "=", "previous", var earlier])
        {
            return [new SeriesCheck(SeriesRelation.Previous, Known(later, schema), Known(earlier, schema))];
        }

        SeriesRelation relation = words is [var word, _] ? RelationOf(word) : throw Unreadable(rule);
        ImmutableArray<SeriesCheck> checks = [.. CodesOf(words[1], schema).Select(code => new SeriesCheck(relation, code, code))];
        return checks.IsEmpty ? throw new FormatException($"no codes of the schema fit '{words[1]}'") : checks;

        SeriesRelation RelationOf(string name) => name switch
        {
            "rising" => SeriesRelation.Rising,
            "adding" => SeriesRelation.Adding,
            "lasting" => SeriesRelation.Lasting,
            _ => throw Unreadable(rule),
        };
    }

    private static FormatException Unreadable(SchemaRule rule) =>
        new($"'{rule.Check}' is none of 'a = previous b', 'rising a', 'adding a', 'lasting a'");

    private static IEnumerable<string> CodesOf(string text, IndicatorSchema schema)
    {
        if (!CodePattern.IsOne(text))
        {
            return [Known(text, schema)];
        }

        CodePattern pattern = CodePattern.Parse(text);
        ImmutableDictionary<string, string> none = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
        return schema.Indicators.Where(i => pattern.Match(i, none) is not null).Select(i => i.Code);
    }

    private static string Known(string code, IndicatorSchema schema) =>
        schema.Find(code)?.Code ?? throw new FormatException($"there is no code '{code}'");
}

/// <summary>How the figures of one agency relate over time.</summary>
public enum SeriesRelation
{
    /// <summary>What is left at the end of one period is what the next begins with.</summary>
    Previous,

    /// <summary>A figure counted since 1 January never falls within the year.</summary>
    Rising,

    /// <summary>The quarters add up to the figure of the longer period.</summary>
    Adding,

    /// <summary>The last quarter states the figure of the longer period.</summary>
    Lasting,
}
