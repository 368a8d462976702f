using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Finds out who reports: from the letterhead or, where a report has none, from the places that name its author.</summary>
internal static class AgencyReader
{
    private const int MaxCaptionLines = 12;

    private static readonly string[] Closing = HeadTokens.Phrase("trên đây là");
    private static readonly string[] Area = HeadTokens.Phrase("trên địa bàn");

    /// <summary>The agency with a confidence that falls with the weakness of the place.</summary>
    public static Author? Read(HeadText head, HeadRegions regions)
    {
        Agency? upper = null;
        Agency? last = null;
        foreach (List<HeadToken> words in LetterheadReader.Read(head, regions))
        {
            ReadOnlySpan<HeadToken> tokens = words.ToArray();
            int prefix = UnitName.Prefix(tokens);
            Agency? agency = prefix > 0 || !DepartmentName.Starts(tokens)
                ? UnitName.Read(head, tokens, prefix, out _)
                : DepartmentName.Read(head, tokens, last);
            if (agency is not null)
            {
                upper = last;
                last = agency;
            }
        }

        return last is not null ? new Author(last, upper, 0.98) : Named(head, regions);
    }

    private static Author? Named(HeadText head, HeadRegions regions)
    {
        AgencyMention[] mentions = [.. AgencyMentions.In(head, 0, head.Lines.Length)];
        return From(mentions, m => IsClosing(head, m), 0.93)
            ?? From(mentions, m => IsCaption(head, regions, m), 0.92)
            ?? From(mentions, m => regions.Title >= 0 && m.Line >= regions.Title && m.Line <= regions.Title + 4, 0.9)
            ?? FromPlaceLine(head, regions)
            ?? MostNamed(mentions)
            ?? FromArea(head);
    }

    private static Author? From(AgencyMention[] mentions, Func<AgencyMention, bool> isPlace, double confidence)
    {
        Agency? agency = mentions.Where(isPlace).Select(m => m.Agency).FirstOrDefault();
        return agency is null ? null : new Author(agency, null, confidence);
    }

    // "Trên đây là báo cáo … của UBND xã X": the last sentence; whom it is sent to is named later in it, behind "báo cáo" or "kính".
    private static bool IsClosing(HeadText head, AgencyMention mention)
    {
        int line = mention.Line;
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(head.Lines[line]);
        bool opens = tokens.IndexOf(Closing) >= 0 || (line > 0 && head.TokensOf(head.Lines[line - 1]).IndexOf(Closing) >= 0);
        return opens && mention.Token > 0 && head.Tokens[mention.Token - 1].Key is "của" or "tại";
    }

    private static bool IsCaption(HeadText head, HeadRegions regions, AgencyMention mention) =>
        mention.Token > 0
        && (AppendixCaption.IsOne(head.TokensOf(head.Lines[mention.Line]))
            || (mention.Line >= regions.Appendix && mention.Line < regions.Appendix + MaxCaptionLines))
        && head.Tokens[mention.Token - 1].Key == "của";

    // "Phường Tân Lập, ngày … tháng … năm …": place and date are written by the author.
    private static Author? FromPlaceLine(HeadText head, HeadRegions regions)
    {
        foreach (HeadLine line in LetterheadReader.LinesOf(head, regions))
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
            int date = tokens.IndexOf("ngày");
            if (date > 0 && UnitName.Read(head, tokens[..date], 0, out _) is { } agency)
            {
                return new Author(agency, null, 0.85);
            }
        }

        return null;
    }

    private static Author? MostNamed(AgencyMention[] mentions)
    {
        IGrouping<string, AgencyMention>? most = mentions
            .Where(m => m.Agency.Level == AdministrativeLevel.Commune).GroupBy(m => m.Agency.Unit, StringComparer.Ordinal)
            .MaxBy(g => g.Count());
        return most is null ? null : new Author(most.First().Agency, null, Math.Min(0.8, 0.5 + (0.1 * most.Count())));
    }

    private static Author? FromArea(HeadText head)
    {
        ReadOnlySpan<HeadToken> tokens = head.Tokens.AsSpan();
        for (int i = 0; i + Area.Length < tokens.Length; i++)
        {
            if (tokens[i..].StartsWith(Area) && UnitName.Read(head, tokens[(i + Area.Length)..], 0, out _) is { Level: AdministrativeLevel.Commune } agency)
            {
                return new Author(agency, null, 0.6);
            }
        }

        return null;
    }
}

/// <summary>Who reports.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Upper">The agency printed above it in the letterhead; null if there is none.</param>
/// <param name="Confidence">Probability that it is right.</param>
internal sealed record Author(Agency Agency, Agency? Upper, double Confidence);
