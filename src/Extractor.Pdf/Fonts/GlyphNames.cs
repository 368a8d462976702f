using System.Globalization;
using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>From glyph names to text, as the Adobe Glyph List specification says: "f_i.alt", "uni1EA1", "u1F600", "Aacute".</summary>
internal static class GlyphNames
{
    private static readonly Lazy<Dictionary<string, string>> AdobeList = new(() => Load("[AdobeGlyphList]"));
    private static readonly Lazy<Dictionary<string, string>> Dingbats = new(() => Load("[ZapfDingbats]"));

    /// <summary>The text of a glyph, or null where the name says nothing.</summary>
    public static string? ToText(string name, bool isDingbat = false)
    {
        if (isDingbat && Dingbats.Value.TryGetValue(name, out string? dingbat))
            return dingbat;
        if (AdobeList.Value.TryGetValue(name, out string? known))
            return known;

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        ReadOnlySpan<char> stem = dot < 0 ? name : name.AsSpan(0, dot);
        return stem.Contains('_') ? Components(stem) : Component(stem);
    }

    /// <summary>The number in names that only count glyphs ("g36", "glyph36", "index36", "cid:36"), or -1.</summary>
    public static int GlyphIndex(string name)
    {
        foreach (string prefix in (ReadOnlySpan<string>)["glyph", "index", "cid:", "cid", "gid", "g"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                return index;
        }

        return -1;
    }

    /// <summary>Whether the name is a letter or two and the code's own number, decimal or hexadecimal ("a65", "C0041", "G41").</summary>
    public static bool RepeatsCode(string name, int code)
    {
        ReadOnlySpan<char> digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        int letters = name.Length - digits.Length;
        return letters is 1 or 2
            && ((int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value == code)
                || (int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value == code));
    }

    private static string? Components(ReadOnlySpan<char> stem)
    {
        StringBuilder text = new();
        foreach (Range part in stem.Split('_'))
            text.Append(Component(stem[part]));
        return text.Length == 0 ? null : text.ToString();
    }

    private static string? Component(ReadOnlySpan<char> name)
    {
        if (AdobeList.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? known))
            return known;
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && name.Length % 4 == 3)
            return FourDigitCodes(name[3..]);
        if (name.StartsWith('u') && name.Length is >= 5 and <= 7)
            return FromHex(name[1..]);
        return null;
    }

    private static string? FourDigitCodes(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 4)
            return FromHex(digits);

        StringBuilder text = new();
        for (; digits.Length >= 4; digits = digits[4..])
            text.Append(FromHex(digits[..4]));
        return text.Length == 0 ? null : text.ToString();
    }

    private static string? FromHex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) && Rune.IsValid(value) && value > 0
            ? SharedText.Of(value)
            : null;

    private static Dictionary<string, string> Load(string heading)
    {
        Dictionary<string, string> names = new(4400, StringComparer.Ordinal);
        foreach ((_, string[] fields) in FontData.Lines("glyphlist.txt").Where(line => line.Heading == heading))
        {
            string text = string.Concat(fields[0].Split('_').Select(part => SharedText.Of(FontData.Hex(part))));
            foreach (string name in fields.AsSpan(1))
                names[name] = text;
        }

        return names;
    }
}
