using System.Buffers;

namespace Extractor.Metadata;

/// <summary>Reads "UBND phường Minh Tân": people's committee, kind of unit, proper name.</summary>
internal static class UnitName
{
    private const int MaxSyllables = 5;

    // What may stand between the syllables of a name: "Bà Rịa - Vũng Tàu", "Ia H'Drai".
    private static readonly SearchValues<char> Joints = SearchValues.Create(" \t\n\u00A0-–'’");

    private static readonly string[] Short = HeadTokens.Phrase("UBND");
    private static readonly string[] Long = HeadTokens.Phrase("ủy ban nhân dân");

    // What follows a name where no full stop does: "UBND XÃ … NĂM 2021", "UBND PHƯỜNG … CỘNG HÒA XÃ HỘI …". Phrases, because each of their words
    // is also part of some name (Năm Căn, Cộng Hòa, Kế Sách, Đại Từ).
    private static readonly string[][] Followers = HeadTokens.Phrases(
        "về", "của", "tại", "trong", "theo", "cho", "được", "và", "số", "hđnd", "ubnd", "tm", "kt", "tl", "quý i", "quý ii", "quý iii", "quý iv",
        "kết quả", "giai đoạn", "đến năm", "cộng hòa xã hội", "độc lập tự do", "báo cáo", "phụ lục", "tờ trình", "kế hoạch", "thực hiện", "căn cứ",
        "ủy ban", "kèm theo", "chủ tịch", "nơi nhận", "trên địa bàn", "từ ngày", "kỳ báo cáo", "tháng", "ngày");

    // Departments below a unit on the same line; after two syllables only, for Hải Phòng is a name.
    private static readonly string[][] Departments = HeadTokens.Phrases("sở", "phòng", "văn phòng", "ban", "thanh tra", "chi cục", "trung tâm");

    /// <summary>Number of words of "UBND" or "Ủy ban nhân dân" at the front; 0 if there are none.</summary>
    public static int Prefix(ReadOnlySpan<HeadToken> tokens) =>
        tokens.StartsWith(Short) ? Short.Length : tokens.StartsWith(Long) ? Long.Length : 0;

    /// <summary>Reads a unit at the front of these words.</summary>
    /// <param name="head">The text.</param>
    /// <param name="tokens">Words from the committee on.</param>
    /// <param name="prefix">Number of words of the committee, 0 where the unit stands alone ("Phường Tân Lập, ngày …").</param>
    /// <param name="length">Number of words read.</param>
    public static Agency? Read(HeadText head, ReadOnlySpan<HeadToken> tokens, int prefix, out int length)
    {
        length = 0;
        if (AgencyKind.At(tokens[prefix..]) is not { } kind || !IsOneTitle(head, tokens[..(prefix + kind.Words.Length)]))
        {
            return null;
        }

        int first = prefix + kind.Words.Length;
        // An abbreviation ("TP") is in capitals anywhere, so the name itself must tell how it is written.
        HeadToken telling = tokens[kind.Words[0] is "tp" or "tx" or "tt" && first < tokens.Length ? first : first - 1];
        bool isCapitals = telling.Case == LetterCase.Upper;
        int end = first;
        while (end < tokens.Length && end - first < MaxSyllables && IsPartOfName(head, tokens, first, end, isCapitals))
        {
            end++;
        }

        if (end == first)
        {
            return null;
        }

        ReadOnlySpan<HeadToken> name = tokens[first..end];
        string key = string.Join(' ', name.ToArray().Select(t => t.Key));
        length = end;

        return new Agency(
            $"UBND {kind.Name} {NameCase.Proper(head, name)}", $"{kind.Name} {key}", kind.LevelOf(key), [.. HeadSpans.Cover(head, tokens[..end])]);
    }

    // "UBND. Phường" are two sentences; "UBND TP. Hạ Long" is one name.
    private static bool IsOneTitle(HeadText head, ReadOnlySpan<HeadToken> tokens)
    {
        for (int i = 1; i < tokens.Length; i++)
        {
            if (HeadSpans.Between(head, tokens[i - 1], tokens[i]).IndexOfAnyExcept(" \t\n\u00A0") >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartOfName(HeadText head, ReadOnlySpan<HeadToken> tokens, int first, int at, bool isCapitals)
    {
        HeadToken token = tokens[at];
        HeadToken before = tokens[at - 1];
        ReadOnlySpan<char> gap = HeadSpans.Between(head, before, token);
        bool isAbbreviated = at == first && before.Key.Length == 2 && gap.StartsWith(".");
        gap = isAbbreviated ? gap[1..] : gap;
        if (gap.IndexOfAnyExcept(Joints) >= 0 || IsFollower(tokens[at..], at - first))
        {
            return false;
        }

        // Names have two syllables as a rule: a second line goes on with one only where the first line gave a single one.
        if (gap.Contains('\n') && at - first is not (0 or 1))
        {
            return false;
        }

        if (token.Case == LetterCase.None)
        {
            return at == first && token.Number is < 100;
        }

        return isCapitals ? token.Case == LetterCase.Upper : IsProper(token);
    }

    // In small letters a word of capitals is an abbreviation, unless it is a numeral or a single letter.
    private static bool IsProper(HeadToken token) =>
        token.Case == LetterCase.Capitalised || (token.Case == LetterCase.Upper && (token.Key.Length == 1 || token.Key.AsSpan().IndexOfAnyExcept("ivx") < 0));

    private static bool IsFollower(ReadOnlySpan<HeadToken> tokens, int syllables)
    {
        bool isYear = tokens.Length > 1 && tokens[0].Key == "năm" && tokens[1].Number is not null;
        return isYear || tokens.StartsWithAny(Followers) || (syllables >= 2 && tokens.StartsWithAny(Departments));
    }
}
