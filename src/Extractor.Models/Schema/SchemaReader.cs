using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Models;

/// <summary>Reads a report family from its data files: <c>family.json</c>, <c>indicators.csv</c>, <c>aliases.csv</c>, <c>units.csv</c>.</summary>
public static class SchemaReader
{
    /// <summary>Reads and checks a family.</summary>
    /// <param name="open">Opens a file of the family by name; null where there is none.</param>
    /// <exception cref="InvalidDataException">A file is missing, or the files contradict each other.</exception>
    public static IndicatorSchema Read(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Read(open, checksRules: true);
    }

    /// <summary>Reads a family; that what its rules say can be computed is checked only if asked for, because it takes as long as reading everything else.</summary>
    internal static IndicatorSchema Read(Func<string, Stream?> open, bool checksRules)
    {
        FamilyHead head = ReadHead(open);
        ILookup<string, string> aliases = ReadTable(open, "aliases.csv", "code", "alias").ToLookup(row => row["code"], row => row["alias"]);
        ImmutableArray<IndicatorUnit> units =
            [.. ReadTable(open, "units.csv", "unit", "printed").GroupBy(row => row["unit"])
                .Select(g => new IndicatorUnit(g.Key, [.. g.Select(row => row["printed"])]))];
        ImmutableArray<Indicator> indicators =
            [.. ReadTable(open, "indicators.csv", "code", "parent", "kind", "unit", "options", "name_vi", "name_en")
                .Select(row => ReadIndicator(row, aliases))];
        HashSet<string> codes = [.. indicators.Select(i => i.Code)];

        if (aliases.FirstOrDefault(a => !codes.Contains(a.Key)) is { } stray)
        {
            throw new InvalidDataException($"aliases.csv names the code '{stray.Key}', which indicators.csv does not have.");
        }

        try
        {
            // Rules are checked against the indicators they name, so these come first.
            ImmutableArray<SchemaRule> rules = RuleTable.Read(open, checksRules ? new IndicatorSchema(head.Family, head.Version, head.Title, indicators, units) : null);
            return new IndicatorSchema(head.Family, head.Version, head.Title, indicators, units, ContrastTable.Read(open), SynonymTable.Read(open))
            {
                Prose = ProseTable.Read(open),
                Rules = rules,
                Crossed = CrossedFormTable.Read(open, indicators),
                Signs = SignTable.Read(open),
            };
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"indicators.csv contradicts itself: {exception.Message}", exception);
        }
    }

    private static FamilyHead ReadHead(Func<string, Stream?> open)
    {
        using Stream stream = OpenRequired(open, "family.json");
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement head = document.RootElement, title = PartOf(head, "title");
            return new FamilyHead(TextOf(head, "family"), PartOf(head, "version").GetInt32(), new LocalText(TextOf(title, "vi"), TextOf(title, "en")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"family.json cannot be read: {exception.Message}", exception);
        }
    }

    private static JsonElement PartOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement part) ? part : throw new InvalidDataException($"family.json does not say '{name}'.");

    private static string TextOf(JsonElement element, string name) =>
        PartOf(element, name).GetString() ?? throw new InvalidDataException($"family.json does not say '{name}'.");

    private static List<IReadOnlyDictionary<string, string>> ReadTable(Func<string, Stream?> open, string file, params string[] columns)
    {
        using var reader = new StreamReader(OpenRequired(open, file));
        List<IReadOnlyDictionary<string, string>> rows = CsvTable.Read(reader.ReadToEnd());
        if (rows.Count > 0 && columns.FirstOrDefault(column => !rows[0].ContainsKey(column)) is { } missing)
        {
            throw new InvalidDataException($"{file} has no column '{missing}'.");
        }

        return rows;
    }

    private static Stream OpenRequired(Func<string, Stream?> open, string file) =>
        open(file) ?? throw new InvalidDataException($"The report family has no {file}.");

    private static Indicator ReadIndicator(IReadOnlyDictionary<string, string> row, ILookup<string, string> aliases)
    {
        string code = row["code"];
        if (!Enum.TryParse(row["kind"], ignoreCase: true, out ValueKind kind) || !Enum.IsDefined(kind))
        {
            throw new InvalidDataException($"indicators.csv gives '{code}' the unknown kind '{row["kind"]}'.");
        }

        return new Indicator(
            code,
            row["parent"].Length == 0 ? null : row["parent"],
            kind,
            row["unit"].Length == 0 ? null : row["unit"],
            ReadOptions(code, row["options"]),
            new LocalText(row["name_vi"], row["name_en"]),
            [.. aliases[code]]);
    }

    // "0=Không;1=Có"
    private static ImmutableArray<IndicatorOption> ReadOptions(string code, string text)
    {
        var options = ImmutableArray.CreateBuilder<IndicatorOption>();
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2);
            if (pair.Length != 2 || !int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                throw new InvalidDataException($"indicators.csv gives '{code}' the unreadable option '{part}'.");
            }

            options.Add(new IndicatorOption(value, pair[1]));
        }

        return options.ToImmutable();
    }
}

/// <summary>What <c>family.json</c> says.</summary>
internal sealed record FamilyHead(string Family, int Version, LocalText Title);
