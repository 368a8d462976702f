using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Models;

/// <summary>Reads and checks <c>rules.csv</c>, the rules of a family.</summary>
internal static class RuleTable
{
    private const string File = "rules.csv";
    private static readonly string[] Columns = ["rule", "severity", "kind", "check"];

    /// <summary>The rules in order; none where the family has no such file.</summary>
    /// <param name="open">Opens a file of the family by name.</param>
    /// <param name="schema">The schema they are checked against; null takes them unchecked.</param>
    /// <exception cref="InvalidDataException">A line cannot be read; the message names the line.</exception>
    public static ImmutableArray<SchemaRule> Read(Func<string, Stream?> open, IndicatorSchema? schema)
    {
        using Stream? stream = open(File);
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        var rules = ImmutableArray.CreateBuilder<SchemaRule>();
        var totals = new RuleCycle();
        foreach ((int line, IReadOnlyDictionary<string, string> row) in CsvTable.ReadNumbered(reader.ReadToEnd()))
        {
            try
            {
                SchemaRule rule = ReadRule(row);
                if (schema is not null)
                {
                    totals.Add(Check(rule, schema));
                }

                rules.Add(rule);
            }
            catch (FormatException exception)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{File}, line {line}: {exception.Message}."), exception);
            }
        }

        return rules.ToImmutable();
    }

    private static SchemaRule ReadRule(IReadOnlyDictionary<string, string> row)
    {
        if (Columns.FirstOrDefault(c => !row.TryGetValue(c, out string? cell) || cell.Length == 0) is { } missing)
        {
            throw new FormatException($"the column '{missing}' is missing or empty");
        }

        return new SchemaRule(
            row["rule"],
            Named<Severity>(row["severity"]),
            Named<RuleKind>(row["kind"]),
            row["check"].Trim(),
            ReadTolerance(row.GetValueOrDefault("tolerance", "")),
            [.. row.GetValueOrDefault("levels", "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Named<AdministrativeLevel>)],
            new LocalText(row.GetValueOrDefault("message_vi", ""), row.GetValueOrDefault("message_en", "")));
    }

    // A rule whose sums run in a circle would let any figure be derived from itself.
    private static ImmutableArray<RuleComparison> Check(SchemaRule rule, IndicatorSchema schema)
    {
        switch (rule.Kind)
        {
            case RuleKind.Structure when !RuleStructures.All.Contains(rule.Check, StringComparer.Ordinal):
                throw new FormatException($"there is no structural check '{rule.Check}'; known are {string.Join(", ", RuleStructures.All)}");
            case RuleKind.Options when rule.Check != "*":
                throw new FormatException("a rule of kind 'Options' checks '*', every coded answer");
            case RuleKind.Series:
                _ = SeriesCheck.Of(rule, schema);
                return [];
            default:
                return RuleExpansion.Of(rule, schema);
        }
    }

    private static decimal ReadTolerance(string text) =>
        text.Length == 0
            ? 0
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal tolerance)
                ? tolerance
                : throw new FormatException($"the tolerance '{text}' is no number");

    private static T Named<T>(string name) where T : struct, Enum =>
        Enum.TryParse(name, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name[0])
            ? value
            : throw new FormatException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}");
}
