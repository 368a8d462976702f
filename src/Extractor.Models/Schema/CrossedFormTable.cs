using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Reads how crossed tables are printed: <c>columns.csv</c> with header texts by indicator, <c>dimensions.csv</c> with the rows.</summary>
internal static class CrossedFormTable
{
    /// <summary>The form; null where the family has no such files.</summary>
    /// <exception cref="InvalidDataException">The files contradict each other or the indicators.</exception>
    public static CrossedForm? Read(Func<string, Stream?> open, ImmutableArray<Indicator> indicators)
    {
        ImmutableArray<ColumnHeading> columns =
            [.. OptionalTable.Read(open, "columns.csv").Select(row => new ColumnHeading(row["code"], row["heading"]))];
        List<IReadOnlyDictionary<string, string>> rows = OptionalTable.Read(open, "dimensions.csv");
        if (columns.IsEmpty && rows.Count == 0)
        {
            return null;
        }

        HashSet<string> figures = [.. indicators.Where(i => i.Kind != ValueKind.Heading).Select(i => i.Code)];
        if (columns.FirstOrDefault(c => !figures.Contains(c.Code)) is { } stray)
        {
            throw new InvalidDataException($"columns.csv names '{stray.Code}', which is no figure of indicators.csv.");
        }

        ImmutableArray<ItemDimension> dimensions =
        [
            .. rows.Where(row => row["role"] != "total").GroupBy(row => row["dimension"], StringComparer.Ordinal).Select(ReadDimension),
        ];
        return columns.IsEmpty || dimensions.IsEmpty
            ? throw new InvalidDataException("Crossed tables need both columns.csv and dimensions.csv.")
            : new CrossedForm(columns, dimensions, [.. rows.Where(row => row["role"] == "total").Select(row => row["phrase"])]);
    }

    private static ItemDimension ReadDimension(IGrouping<string, IReadOnlyDictionary<string, string>> rows)
    {
        if (rows.FirstOrDefault(row => row["role"] is not ("name_vi" or "name_en" or "heading" or "member")) is { } unknown)
        {
            throw new InvalidDataException($"dimensions.csv gives '{rows.Key}' the unknown role '{unknown["role"]}'.");
        }

        ImmutableArray<string> Phrases(string role) => [.. rows.Where(row => row["role"] == role).Select(row => row["phrase"])];
        return Phrases("name_vi") is [var vietnamese] && Phrases("name_en") is [var english] && rows.Key.Length > 0
            ? new ItemDimension(rows.Key, new LocalText(vietnamese, english), Phrases("heading"), Phrases("member"))
            : throw new InvalidDataException($"dimensions.csv has to name the dimension '{rows.Key}' once in each language.");
    }
}
