using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Models;

/// <summary>Reads the contrasts of a family: <c>slots.csv</c> with their costs and <c>contrasts.csv</c> with their phrases.</summary>
internal static class ContrastTable
{
    /// <summary>Slots are kept as bits of one word, and so are the values of a slot.</summary>
    private const int MostSlots = 64;

    /// <summary>The contrasts; none where a family's labels need none and it ships neither file.</summary>
    /// <exception cref="InvalidDataException">The files contradict each other.</exception>
    public static ImmutableArray<IndicatorContrast> Read(Func<string, Stream?> open)
    {
        ILookup<string, ContrastPhrase> phrases = OptionalTable.Read(open, "contrasts.csv")
            .ToLookup(row => row["slot"], row => new ContrastPhrase(row["value"], row["phrase"]));
        ImmutableArray<IndicatorContrast> contrasts = [.. OptionalTable.Read(open, "slots.csv").Select(row => ReadSlot(row, phrases))];
        if (phrases.FirstOrDefault(p => contrasts.All(c => c.Name != p.Key)) is { } stray)
        {
            throw new InvalidDataException($"contrasts.csv names the slot '{stray.Key}', which slots.csv does not have.");
        }

        return contrasts.Length > MostSlots || contrasts.Any(c => c.Phrases.DistinctBy(p => p.Value).Count() > MostSlots)
            ? throw new InvalidDataException($"slots.csv has more than {MostSlots} slots, or contrasts.csv more than {MostSlots} values of one.")
            : contrasts;
    }

    private static IndicatorContrast ReadSlot(IReadOnlyDictionary<string, string> row, ILookup<string, ContrastPhrase> phrases) =>
        new(row["slot"], Cost(row, "conflict"), Cost(row, "extra"), Cost(row, "missing"), row["inherits"] == "yes", [.. phrases[row["slot"]]]);

    private static double Cost(IReadOnlyDictionary<string, string> row, string column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double cost) && cost >= 0
            ? cost
            : throw new InvalidDataException($"slots.csv gives '{row["slot"]}' the unreadable cost '{row[column]}'.");
}
