using System.Collections.Immutable;
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
        using JsonDocument head = ReadHead(open);
        JsonElement root = head.RootElement;
        ILookup<string, string> aliases = ReadTable(open, "aliases.csv").ToLookup(row => row["code"], row => row["alias"]);
        ImmutableArray<IndicatorUnit> units =
            [.. ReadTable(open, "units.csv").GroupBy(row => row["unit"]).Select(g => new IndicatorUnit(g.Key, [.. g.Select(row => row["printed"])]))];
        ImmutableArray<Indicator> indicators =
            [.. ReadTable(open, "indicators.csv").Select(row => ReadIndicator(row, aliases))];

        if (aliases.FirstOrDefault(a => indicators.All(i => i.Code != a.Key)) is { } stray)
        {
            throw new InvalidDataException($"aliases.csv names the code '{stray.Key}', which indicators.csv does not have.");
        }

        return new IndicatorSchema(
            root.GetProperty("family").GetString()!,
            root.GetProperty("version").GetInt32(),
            new LocalText(root.GetProperty("title").GetProperty("vi").GetString()!, root.GetProperty("title").GetProperty("en").GetString()!),
            indicators,
            units);
    }

    private static JsonDocument ReadHead(Func<string, Stream?> open)
    {
        using Stream stream = OpenRequired(open, "family.json");
        return JsonDocument.Parse(stream);
    }

    private static List<IReadOnlyDictionary<string, string>> ReadTable(Func<string, Stream?> open, string file)
    {
        using var reader = new StreamReader(OpenRequired(open, file));
        return CsvTable.Read(reader.ReadToEnd());
    }

    private static Stream OpenRequired(Func<string, Stream?> open, string file) =>
        open(file) ?? throw new InvalidDataException($"The report family has no {file}.");

    private static Indicator ReadIndicator(IReadOnlyDictionary<string, string> row, ILookup<string, string> aliases)
    {
        string code = row["code"];
        if (!Enum.TryParse(row["kind"], ignoreCase: true, out ValueKind kind))
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
            if (pair.Length != 2 || !int.TryParse(pair[0], out int value))
            {
                throw new InvalidDataException($"indicators.csv gives '{code}' the unreadable option '{part}'.");
            }

            options.Add(new IndicatorOption(value, pair[1]));
        }

        return options.ToImmutable();
    }
}
