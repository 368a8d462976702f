using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads "SỞ NỘI VỤ", "PHÒNG TƯ PHÁP", "VĂN PHÒNG HĐND VÀ UBND": agencies that are no people's committee.</summary>
internal static class DepartmentName
{
    private static readonly string Committee = HeadTokens.Phrase("ủy")[0];
    private static readonly string Office = HeadTokens.Phrase("văn")[0];

    private static readonly string[][] Starters = HeadTokens.Phrases(
        "sở", "văn phòng", "phòng", "chi cục", "cục", "ban quản lý", "ban dân tộc", "ban chỉ đạo", "ban", "thanh tra", "trung tâm", "bộ",
        "viện", "trường", "công an", "bệnh viện", "hội đồng nhân dân", "hđnd", "đảng ủy", "kho bạc nhà nước", "bảo hiểm xã hội",
        "tổng cục", "vụ", "tập đoàn", "tổng công ty", "công ty", "tòa án nhân dân", "đại học", "học viện", "ngân hàng", "đảng bộ", "tỉnh ủy", "thành ủy",
        "huyện ủy", "quận ủy", "thị ủy", "ủy ban mặt trận tổ quốc", "liên đoàn lao động", "hội liên hiệp phụ nữ", "hội nông dân", "hội cựu chiến binh",
        "đài phát thanh", "hạt kiểm lâm");

    // Councils and party committees: of a unit, and of its level.
    private static readonly string[][] OfUnit = HeadTokens.Phrases("hội đồng nhân dân", "hđnd", "đảng ủy", "đảng bộ");

    // Party committees that name their unit by themselves: "Huyện ủy Kiến Xương".
    private static readonly FrozenDictionary<string, AgencyKind> PartyUnits = new[] { "tỉnh", "thành phố", "huyện", "quận", "thị xã" }
        .Select(static name => AgencyKind.Named(name)).ToFrozenDictionary(static kind => kind.Words[0], StringComparer.Ordinal);

    /// <summary>Whether these words begin with the kind of a department.</summary>
    public static bool Starts(ReadOnlySpan<HeadToken> tokens) => Kind(tokens) is not null;

    /// <summary>Whether these words begin the name of an office that serves others and names them.</summary>
    public static bool IsOffice(List<HeadToken> tokens) => tokens is [{ Key: "văn" }, { Key: "phòng" }, ..] or [{ Key: "trung" }, { Key: "tâm" }, ..];

    /// <summary>Reads a department below an upper agency.</summary>
    /// <param name="head">The text.</param>
    /// <param name="tokens">Words of its name.</param>
    /// <param name="upper">The agency printed above it; null if there is none.</param>
    public static Agency? Read(HeadText head, ReadOnlySpan<HeadToken> tokens, Agency? upper)
    {
        if (Kind(tokens) is not { } kind)
        {
            return null;
        }

        int unit = UnitAt(tokens, kind.Length);
        ReadOnlySpan<HeadToken> own = unit < 0 ? tokens : tokens[..unit];
        AgencyKind? party = kind.Length == 2 && kind[1] == Committee ? PartyUnits.GetValueOrDefault(kind[0]) : null;
        string name = party is null || own.Length == kind.Length
            ? NameCase.Department(head, own, kind.Length)
            : $"{NameCase.Department(head, own[..kind.Length], kind.Length)} {NameCase.Proper(head, own[kind.Length..])}";
        AdministrativeLevel level = party?.LevelOf(string.Join(' ', own[kind.Length..].ToArray().Select(static t => t.Key))) ?? AdministrativeLevel.Department;
        ImmutableArray<HeadSpan> spans = [.. HeadSpans.Cover(head, tokens)];
        if (unit >= 0 && AgencyKind.At(tokens[unit..]) is { } unitKind)
        {
            ReadOnlySpan<HeadToken> unitName = tokens[(unit + unitKind.Words.Length)..];
            bool isOfUpper = unitName.IsEmpty && upper is not null && upper.Unit.StartsWith(unitKind.Name + " ", StringComparison.Ordinal);
            name += isOfUpper ? upper!.Name["UBND".Length..] : unitName.IsEmpty ? $" {unitKind.Name}" : $" {unitKind.Name} {NameCase.Proper(head, unitName)}";
            bool hasLevel = tokens.StartsWithAny(OfUnit) && !unitName.IsEmpty;
            level = hasLevel ? unitKind.LevelOf(string.Join(' ', unitName.ToArray().Select(static t => t.Key))) : level;
        }
        else if (upper is { Unit.Length: > 0 })
        {
            // "Sở Nội vụ" is one of many; with the unit of the line above it is a name.
            // The office of a committee is named after it: "Văn phòng UBND tỉnh …".
            name += kind.Length == own.Length && kind[0] == Office ? $" {upper.Name}" : upper.Name["UBND".Length..];
            spans = [.. upper.Spans, .. spans];
        }

        return new Agency(name, "", level, spans);
    }

    private static int UnitAt(ReadOnlySpan<HeadToken> tokens, int from)
    {
        for (int i = from; i < tokens.Length; i++)
        {
            // "Xã hội" is a field and no commune; of abbreviations ("TT") it cannot be told.
            bool isSociety = i + 1 < tokens.Length && tokens[i].Key == "xã" && tokens[i + 1].Key == "hội";
            if (!isSociety && AgencyKind.At(tokens[i..]) is { } kind && (kind.Words[0] == kind.Name || kind.Words.Length > 1))
            {
                return i;
            }
        }

        return -1;
    }

    private static string[]? Kind(ReadOnlySpan<HeadToken> tokens)
    {
        foreach (string[] starter in Starters)
        {
            if (tokens.StartsWith(starter))
            {
                return starter;
            }
        }

        return null;
    }
}
