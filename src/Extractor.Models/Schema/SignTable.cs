using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Models;

/// <summary>Reads <c>signs.csv</c>, the words a family's reports are recognised by.</summary>
internal static class SignTable
{
    /// <summary>The signs; none where the family ships no such file.</summary>
    /// <exception cref="InvalidDataException">A place or weight cannot be read.</exception>
    public static ImmutableArray<FamilySign> Read(Func<string, Stream?> open) => [.. OptionalTable.Read(open, "signs.csv").Select(ReadSign)];

    private static FamilySign ReadSign(IReadOnlyDictionary<string, string> row) =>
        Enum.TryParse(row["place"], ignoreCase: true, out SignPlace place) && Enum.IsDefined(place)
        && double.TryParse(row["weight"], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && double.IsFinite(weight)
            ? new FamilySign(place, row["phrase"], weight)
            : throw new InvalidDataException($"signs.csv cannot be read at '{row["phrase"]}'.");
}
