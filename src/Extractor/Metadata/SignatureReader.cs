using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>
/// Reads who signed and in what capacity. The signature stands beside the recipients, so its lines can be mixed with theirs: the capacity is
/// known by its words in capitals, the name by being one.
/// </summary>
internal static class SignatureReader
{
    // The signature stands beside the recipients and begins a little above or below them.
    private const int LinesAbove = 8;
    private const int MaxTitleLines = 6;

    private static readonly string[][] Starters = HeadTokens.Phrases(
        "tm", "kt", "tl", "tuq", "q", "thay mặt", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng phòng",
        "phó trưởng phòng", "trưởng ban", "phó trưởng ban", "chánh văn phòng", "phó chánh văn phòng", "chánh thanh tra",
        "phó chánh thanh tra", "bí thư", "phó bí thư", "cục trưởng", "phó cục trưởng", "chi cục trưởng", "bộ trưởng", "thứ trưởng",
        "hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "phó viện trưởng", "thủ trưởng", "ủy viên", "người lập", "vụ trưởng", "phó vụ trưởng",
        "tổng cục trưởng", "phó tổng cục trưởng", "phó chi cục trưởng", "tổng giám đốc", "phó tổng giám đốc", "chánh án", "phó chánh án",
        "trưởng công an", "phó trưởng công an", "trạm trưởng", "đội trưởng", "hạt trưởng");

    private static readonly string[] SignedBy = HeadTokens.Phrase("người ký");
    private static readonly string[] StampedBy = HeadTokens.Phrase("ký bởi");
    private static readonly string[] Closing = HeadTokens.Phrase("trên đây");

    /// <summary>Reads capacity and name.</summary>
    public static (Stated<string> Title, Stated<string> Signer) Read(HeadText head, HeadRegions regions)
    {
        var titles = ImmutableArray.CreateBuilder<HeadSpan>();
        (string Name, HeadSpan Span)? signer = null;
        double confidence = 0;
        for (int i = FirstLine(head, regions); i < regions.Appendix && signer is null; i++)
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(head.Lines[i]);
            if (LetterheadReader.IsStamp(tokens))
            {
                continue;
            }

            if (titles.Count < MaxTitleLines && TitleAt(tokens) is >= 0 and var at)
            {
                // "KT. CHỦ" and below it "TỊCH PHÓ CHỦ TỊCH": what stands before the next capacity ends the one above.
                at = titles.Count > 0 && IsRestOfTitle(tokens[..at]) ? 0 : at;
                // Lines that a layout joined hold capacity and name: the name is what is not in capitals at the end.
                int end = EndOfTitle(tokens, at);
                titles.Add(new HeadSpan(tokens[at].Start, tokens[end - 1].End));
                signer = end < tokens.Length ? PersonName.Read(head, tokens[end..], out confidence) : null;
            }
            else if (titles.Count > 0)
            {
                signer = NameIn(head, head.Lines[i], out confidence);
                if (signer is null && IsRestOfTitle(tokens))
                {
                    titles.Add(head.Lines[i].Span.Trim(head.Text));
                }
            }
        }

        Stated<string> title = titles.Count == 0
            ? Stated.Missing<string>()
            : HeadValues.Of(head, string.Join(' ', titles.Select(s => HeadValues.Squeeze(head.Slice(s)))), titles, 0.95);

        return (title, signer is { } found ? HeadValues.Of(head, found.Name, [found.Span], confidence) : Stamped(head));
    }

    /// <summary>Index of the word in a line with which a capacity begins; -1 if none does.</summary>
    public static int TitleAt(ReadOnlySpan<HeadToken> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Case != LetterCase.Upper)
            {
                continue;
            }

            foreach (string[] starter in Starters)
            {
                // "CT, PCT.UBND xã" is a recipient: every word of a capacity is in capitals up to its end.
                if (tokens[i..].StartsWith(starter) && tokens[i + starter.Length - 1].Case == LetterCase.Upper
                    && (i + starter.Length == tokens.Length || tokens[i + starter.Length].Case != LetterCase.Lower))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static int FirstLine(HeadText head, HeadRegions regions)
    {
        int line = Math.Max(Math.Max(0, regions.Title + 1), regions.Foot - LinesAbove);
        for (int i = line; i < regions.Foot; i++)
        {
            line = head.TokensOf(head.Lines[i]).StartsWith(Closing) ? i + 1 : line;
        }

        return line;
    }

    // "KT. CHỦ TỊCH PHÓ CHỦ" and "TỊCH" below it: a narrow column breaks a capacity anywhere.
    private static bool IsRestOfTitle(ReadOnlySpan<HeadToken> tokens)
    {
        foreach (HeadToken token in tokens)
        {
            if (token.Case != LetterCase.Upper)
            {
                return false;
            }
        }

        return tokens.Length is > 0 and <= 4;
    }

    private static int EndOfTitle(ReadOnlySpan<HeadToken> tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Case is LetterCase.Upper or LetterCase.None)
        {
            at++;
        }

        return at;
    }

    private static (string Name, HeadSpan Span)? NameIn(HeadText head, HeadLine line, out double confidence)
    {
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        if (PersonName.Read(head, tokens, out confidence) is { } whole)
        {
            return whole;
        }

        // Beside the last recipient: "- Lưu: VT, NV./.      Nguyễn Văn A".
        for (int i = tokens.Length - 2; i > 0; i--)
        {
            ReadOnlySpan<char> gap = HeadSpans.Between(head, tokens[i - 1], tokens[i]);
            if (gap.Length >= 3 && (gap.Contains('\t') || gap.EndsWith("   ") || gap.IndexOfAny(";/") >= 0 || gap.Contains('.')))
            {
                return PersonName.Read(head, tokens[i..], out confidence);
            }
        }

        return null;
    }

    // Without a printed name, the stamp of the digital signature may hold one.
    private static Stated<string> Stamped(HeadText head)
    {
        foreach (HeadLine line in head.Lines)
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
            if ((tokens.StartsWith(SignedBy) || tokens.StartsWith(StampedBy)) && PersonName.Read(head, tokens[2..], out double confidence) is { } name)
            {
                return HeadValues.Of(head, name.Name, [name.Span], confidence * 0.75);
            }
        }

        return Stated.Missing<string>();
    }
}
