using System.Collections.Frozen;
using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>Characters of the symbol fonts that office programs store by their place in the font instead of as Unicode.</summary>
internal static class SymbolFonts
{
    private const char Unknown = '\uFFFD';
    private const char Bullet = '•';

    private static readonly FrozenDictionary<char, char> Symbol = Pairs(
        "\u0022∀\u0024∃\u0027∍\u002A∗\u002D−\u0040≅\u005C∴\u005E⊥"
        + "AΑBΒCΧDΔEΕFΦGΓHΗIΙJϑKΚLΛMΜNΝOΟPΠQΘRΡSΣTΤUΥVςWΩXΞYΨZΖ"
        + "aαbβcχdδeεfφgγhηiιjϕkκlλmμnνoοpπqθrρsσtτuυvϖwωxξyψzζ"
        + "\u00A2′\u00A3≤\u00A4⁄\u00A5∞\u00A7♣\u00A8♦\u00A9♥\u00AA♠\u00AB↔\u00AC←\u00AD↑\u00AE→\u00AF↓\u00B0°\u00B1±\u00B2″\u00B3≥\u00B4×"
        + "\u00B5∝\u00B6∂\u00B7•\u00B8÷\u00B9≠\u00BA≡\u00BB≈\u00BC…\u00C6∅\u00C7∩\u00C8∪\u00CC⊂\u00CE∈\u00D2®\u00D3©\u00D4™\u00D5∏\u00D6√"
        + "\u00D7⋅\u00D8¬\u00D9∧\u00DA∨\u00DB⇔\u00DC⇐\u00DE⇒\u00E0◊\u00E5∑\u00F2∫");

    private static readonly FrozenDictionary<char, char> Wingdings = Pairs(
        "\u0021✏\u0022✂\u0028☎\u002A✉\u0046☞\u0061♋\u006C●\u006D❍\u006E■\u006F□\u0070◻\u0071❑\u0072❒\u0073⬧\u0074⧫\u0075◆\u0076❖\u0077⬥"
        + "\u0078⌧\u0080⓪\u0081①\u0082②\u0083③\u0084④\u0085⑤\u0086⑥\u0087⑦\u0088⑧\u0089⑨\u008A⑩\u009E·\u009F•\u00A0▪\u00A1○\u00A4◉\u00A7▪\u00A8◻"
        + "\u00AB★\u00D8➢\u00DC➲\u00DF←\u00E0→\u00E1↑\u00E2↓\u00E8➔\u00F0⇨\u00FB✗\u00FC✓\u00FD☒\u00FE☑");

    private static readonly FrozenDictionary<char, char> Wingdings2 = Pairs(
        "\u004F✗\u0050✓\u0051☒\u0052☑\u0053☒\u0054☒\u0097●\u0098•\u00A0■\u00A2▪\u00A3□\u00AE⬧");

    /// <summary>The Unicode character of one that a <c>w:sym</c> names by its hexadecimal code.</summary>
    public static char OfCode(ReadOnlySpan<char> hexadecimal, string? font) =>
        ushort.TryParse(hexadecimal, System.Globalization.NumberStyles.AllowHexSpecifier, null, out ushort code)
            ? Map((char)code, font, Unknown)
            : Unknown;

    /// <summary>A bullet as Unicode; one of an unknown font becomes a round bullet.</summary>
    public static string ToUnicode(string bullet, string? font)
    {
        var text = new StringBuilder(bullet.Length);
        foreach (char c in bullet)
        {
            // A dash of the Symbol font is a minus sign to the font and a dash to the reader.
            char mapped = Map(c, font, Bullet);
            text.Append(mapped == '−' ? '-' : mapped);
        }

        return text.ToString();
    }

    private static char Map(char c, string? font, char unknown)
    {
        FrozenDictionary<char, char>? table = font switch
        {
            "Symbol" => Symbol,
            "Wingdings" => Wingdings,
            "Wingdings 2" => Wingdings2,
            _ => null,
        };
        bool isPrivate = c is >= '\uF000' and <= '\uF0FF';
        char place = isPrivate ? (char)(c - 0xF000) : c;
        if (table is not null && table.TryGetValue(place, out char mapped))
        {
            return mapped;
        }

        // The Symbol font has figures and most punctuation where ASCII has them; of the picture fonts nothing can be told.
        return isPrivate && !(font == "Symbol" && char.IsAscii(place) && !char.IsControl(place)) ? unknown : place;
    }

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        pairs.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
