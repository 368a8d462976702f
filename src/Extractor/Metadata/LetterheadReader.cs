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
        "cộng hòa xã hội chủ nghĩa việt nam", "độc lập tự do hạnh phúc");

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

        if (rest.Length < 2 || !DepartmentName.Starts(rest))
        {
            return false;
        }

        bool isUnit = last is not null && UnitName.Prefix(last.ToArray()) is > 0 and var prefix
            && AgencyKind.At(last.ToArray().AsSpan(prefix)) is { } kind && last.Count >= prefix + kind.Words.Length + 2;

        return last is null || isUnit || (isNewLine && !DepartmentName.IsOffice(last));
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
                if (words[i].Start >= skipTo && !isDate && words[i].Key != "số" && !IsMotto(words[i], matched))
                {
                    tokens.Add(words[i]);
                }
            }
        }

        return tokens;
    }

    // The motto can be cut by the words of the other column, so its words are struck out in their order wherever they come.
    private static bool IsMotto(HeadToken token, int[] matched)
    {
        for (int i = 0; i < Mottos.Length; i++)
        {
            if (matched[i] < Mottos[i].Length && token.Key == Mottos[i][matched[i]])
            {
                matched[i]++;
                return true;
            }
        }

        return false;
    }
}
