using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Extractor.Metadata;

/// <summary>Writes names that a letterhead prints in capitals the way a reader would.</summary>
internal static class NameCase
{
    // Between the parts of a department's name: "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch".
    private static readonly FrozenSet<string> Connectors = new[] { "và", "các", "của", "về", "thuộc", "cho" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Country = HeadTokens.Phrase("việt nam");

    /// <summary>A proper name: every word with a capital.</summary>
    public static string Proper(HeadText head, ReadOnlySpan<HeadToken> name) => AsElsewhere(head, name) ?? Write(head, name, _ => true);

    /// <summary>A department: the first word with a capital, the first of its field and each after a connector.</summary>
    /// <param name="head">The text.</param>
    /// <param name="name">Words of the name.</param>
    /// <param name="fieldStart">Index of the word that begins the field ("Nội vụ").</param>
    public static string Department(HeadText head, ReadOnlySpan<HeadToken> name, int fieldStart)
    {
        if (AsElsewhere(head, name) is { } written)
        {
            return written;
        }

        HeadToken[] words = name.ToArray();
        return Write(head, name, i =>
            i == 0 || i == fieldStart || IsCountry(words, i)
            || (i > fieldStart && !Connectors.Contains(words[i].Key) && (Connectors.Contains(words[i - 1].Key) || IsParted(head, words[i - 1], words[i]))));
    }

    // The report itself knows best: "Đắk Lắk", "Ia H'Drai", "Sở Nội vụ".
    private static string? AsElsewhere(HeadText head, ReadOnlySpan<HeadToken> name)
    {
        string[] keys = [.. name.ToArray().Select(t => t.Key)];
        ReadOnlySpan<HeadToken> rest = head.Tokens.AsSpan();
        for (int at = rest.IndexOf(keys); at >= 0; at = rest.IndexOf(keys))
        {
            ReadOnlySpan<HeadToken> found = rest.Slice(at, keys.Length);
            ReadOnlySpan<char> written = head.Text.AsSpan(found[0].Start, found[^1].End - found[0].Start);
            if (found[0].Case == LetterCase.Capitalised && !AllUpper(found) && !written.Contains('\n') && written.IndexOfAny(".;:") < 0)
            {
                return HeadValues.Squeeze(written);
            }

            rest = rest[(at + 1)..];
        }

        return null;
    }

    private static bool AllUpper(ReadOnlySpan<HeadToken> tokens)
    {
        foreach (HeadToken token in tokens)
        {
            if (token.Case != LetterCase.Upper)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCountry(HeadToken[] words, int i) =>
        (words[i].Key == Country[0] && i + 1 < words.Length && words[i + 1].Key == Country[1])
        || (words[i].Key == Country[1] && i > 0 && words[i - 1].Key == Country[0]);

    private static bool IsParted(HeadText head, HeadToken before, HeadToken after) =>
        HeadSpans.Between(head, before, after).IndexOfAny(",-–") >= 0;

    private static string Write(HeadText head, ReadOnlySpan<HeadToken> name, Func<int, bool> isCapital)
    {
        var written = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0)
            {
                written.Append(HeadValues.Joint(HeadSpans.Between(head, name[i - 1], name[i])));
            }

            ReadOnlySpan<char> word = head.Slice(name[i].Span);
            bool isNumeral = name[i].Case == LetterCase.Upper && word.IndexOfAnyExcept("IVX") < 0;
            bool isMixed = name[i].Case == LetterCase.Capitalised;
            if (isMixed || isNumeral)
            {
                written.Append(word);
                continue;
            }

            string small = word.ToString().ToLower(CultureInfo.InvariantCulture);
            written.Append(isCapital(i) ? char.ToUpperInvariant(small[0]) + small[1..] : small);
        }

        return written.ToString();
    }
}
