namespace Extractor.Metadata;

/// <summary>
/// Reads the agencies of the letterhead, upper line first. Motto, number and date stand beside them and can be mixed in on the same lines,
/// so they are taken out first.
/// </summary>
internal static class LetterheadReader
{
    private const int MaxLinesWithoutTitle = 12;
    private const int MaxNameWords = 16;

    private static readonly string[][] Mottos = HeadTokens.Phrases(
        "cộng hòa xã hội chủ nghĩa việt nam", "độc lập tự do hạnh phúc", "đảng cộng sản việt nam");

    private static readonly string[][] StampStarts = HeadTokens.Phrases(
        "ký bởi", "người ký", "cơ quan", "ngày ký", "thời gian ký", "email", "chữ ký", "signature");

    /// <summary>Lines above the title, without those of a digital signature's stamp.</summary>
    public static IEnumerable<HeadLine> LinesOf(HeadText head, HeadRegions regions)
    {
        int end = regions.Title >= 0 ? regions.Title : Math.Min(MaxLinesWithoutTitle, head.Lines.Length);
        for (int i = 0; i < end; i++)
        {
            if (!IsStamp(head.TokensOf(head.Lines[i])))
            {
                yield return head.Lines[i];
            }
        }
    }

    /// <summary>Whether a line belongs to the stamp of a digital signature.</summary>
    public static bool IsStamp(ReadOnlySpan<HeadToken> tokens) => tokens.StartsWithAny(StampStarts) && tokens[0].Case != LetterCase.Upper;

    /// <summary>Agencies of the letterhead, each as the words that name it.</summary>
    public static List<List<HeadToken>> Read(HeadText head, HeadRegions regions)
    {
        List<HeadToken> tokens = Remaining(head, regions);
        var agencies = new List<List<HeadToken>>();
        int i = 0;
        int line = -1;
        foreach (HeadToken token in tokens)
        {
            ReadOnlySpan<HeadToken> rest = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens)[i++..];
            int current = head.LineAt(token.Start);
            bool isNewLine = current != line;
            line = current;
            if (StartsAgency(rest, agencies, isNewLine))
            {
                agencies.Add([]);
            }

            if (agencies.Count > 0 && agencies[^1].Count < MaxNameWords)
            {
                agencies[^1].Add(token);
            }
        }

        return agencies;
    }

    // A committee begins an agency anywhere but inside "Văn phòng HĐND và UBND"; a department does at the beginning of a line, or behind a whole
    // name of a unit where lines were joined.
    private static bool StartsAgency(ReadOnlySpan<HeadToken> rest, List<List<HeadToken>> agencies, bool isNewLine)
    {
        List<HeadToken>? last = agencies.Count > 0 ? agencies[^1] : null;
        if (UnitName.Prefix(rest) > 0)
        {
            return last is null || !DepartmentName.IsOffice(last);
        }

        int syllables = last is null ? -1 : SyllablesOfUnit(last);
        if (isNewLine && syllables > 0 && rest[0].Case == LetterCase.Upper && AgencyKind.At(rest) is not null)
        {
            // "UBND HUYỆN THANH TRÌ" above "XÃ VĨNH QUỲNH": the second committee is not said again.
            return true;
        }

        return rest.Length >= 2 && DepartmentName.Starts(rest)
            && (last is null || syllables >= 2 || (isNewLine && !DepartmentName.IsOffice(last) && last[^1].Key is not ("và" or "của")));
    }

    // Number of syllables of the name where the words are a committee of a unit; -1 where they are none.
    private static int SyllablesOfUnit(List<HeadToken> words)
    {
        ReadOnlySpan<HeadToken> tokens = words.ToArray();
        int prefix = UnitName.Prefix(tokens);
        return prefix > 0 && AgencyKind.At(tokens[prefix..]) is { } kind ? words.Count - prefix - kind.Words.Length : -1;
    }

    private static List<HeadToken> Remaining(HeadText head, HeadRegions regions)
    {
        var tokens = new List<HeadToken>();
        int[] matched = new int[Mottos.Length];
        foreach (HeadLine line in LinesOf(head, regions))
        {
            int skipTo = 0;
            ReadOnlySpan<HeadToken> words = head.TokensOf(line);
            int date = words.IndexOf("ngày");
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i].Key == "số" && words[i].IsCapitalised)
                {
                    skipTo = DocumentNumberReader.EndAfter(head, words[i]);
                }

                // Place and date are in small letters, the letterhead is not where both share a line.
                bool isDate = date >= 0 && (words[i].Case != LetterCase.Upper || i >= date);
                if (words[i].Start >= skipTo && !isDate && words[i].Key != "số" && !IsMotto(words[i..], matched))
                {
                    tokens.Add(words[i]);
                }
            }
        }

        return tokens;
    }

    // The motto can be cut by the words of the other column, so its words are struck out in their order wherever they come, once it has begun with
    // two of them: "ĐẢNG ỦY" and "XÃ CỘNG HIỀN" begin none.
    private static bool IsMotto(ReadOnlySpan<HeadToken> words, int[] matched)
    {
        for (int i = 0; i < Mottos.Length; i++)
        {
            bool begins = matched[i] > 0 || (words.Length > 1 && words[1].Key == Mottos[i][1]);
            if (begins && matched[i] < Mottos[i].Length && words[0].Key == Mottos[i][matched[i]])
            {
                matched[i]++;
                return true;
            }
        }

        return false;
    }
}
