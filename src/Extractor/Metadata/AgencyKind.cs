using System.Collections.Frozen;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>A kind of administrative unit with the words that name it.</summary>
/// <param name="Words">Its words, as keys.</param>
/// <param name="Name">How a reader writes it: "thị trấn".</param>
/// <param name="Level">Level of its people's committee.</param>
internal sealed record AgencyKind(string[] Words, string Name, AdministrativeLevel Level)
{
    // Cities under the central government (Huế since 2025); all others belong to a province.
    private static readonly FrozenSet<string> CentralCities = new[] { "hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ", "huế" }
        .Select(name => string.Join(' ', HeadTokens.Phrase(name))).ToFrozenSet(StringComparer.Ordinal);

    private static readonly AgencyKind[] All =
    [
        Make("xã", AdministrativeLevel.Commune), Make("phường", AdministrativeLevel.Commune), Make("thị trấn", AdministrativeLevel.Commune),
        Make("đặc khu", AdministrativeLevel.Commune), Make("huyện", AdministrativeLevel.District), Make("quận", AdministrativeLevel.District),
        Make("thị xã", AdministrativeLevel.District), Make("thành phố", AdministrativeLevel.District), Make("tỉnh", AdministrativeLevel.Province),
        new(["tp"], "thành phố", AdministrativeLevel.District), new(["tx"], "thị xã", AdministrativeLevel.District),
        new(["tt"], "thị trấn", AdministrativeLevel.Commune),
    ];

    /// <summary>The kind whose words these begin with; null if there is none.</summary>
    public static AgencyKind? At(ReadOnlySpan<HeadToken> tokens)
    {
        foreach (AgencyKind kind in All)
        {
            if (tokens.StartsWith(kind.Words))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The kind of this name.</summary>
    public static AgencyKind Named(string name) => Array.Find(All, kind => kind.Name == name) ?? throw new ArgumentException($"No kind '{name}'.", nameof(name));

    /// <summary>Level of the unit of this kind and name: a city can be one of the central government.</summary>
    public AdministrativeLevel LevelOf(string nameKey) =>
        Name == "thành phố" && CentralCities.Contains(nameKey) ? AdministrativeLevel.Province : Level;

    private static AgencyKind Make(string name, AdministrativeLevel level) => new(HeadTokens.Phrase(name), name, level);
}
