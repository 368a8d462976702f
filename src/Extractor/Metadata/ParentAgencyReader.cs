using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>
/// Finds out whom the agency reports to: the upper line of the letterhead, or the committee of the next level whose plans and letters the text
/// says it carries out.
/// </summary>
internal static class ParentAgencyReader
{
    // On 1 July 2025 the districts were dissolved; since then communes report to the province.
    private static readonly DateOnly EndOfDistricts = new(2025, 7, 1);

    private static readonly string[] AddressedTo = HeadTokens.Phrase("kính gửi");

    /// <summary>Reads it.</summary>
    /// <param name="head">The text.</param>
    /// <param name="author">Who reports; null if unknown.</param>
    /// <param name="issued">Date of the report or its year's end; null if unknown.</param>
    public static Stated<string> Read(HeadText head, Author? author, DateOnly? issued)
    {
        if (author is null)
        {
            return Stated.Missing<string>();
        }

        if (author.Upper is { } upper)
        {
            return HeadValues.Of(head, upper.Name, upper.Spans, 0.97);
        }

        return Addressed(head, author) ?? MostNamed(head, author, issued) ?? Stated.Missing<string>();
    }

    private static Stated<string>? MostNamed(HeadText head, Author author, DateOnly? issued)
    {
        AgencyMention[] mentions = [.. AgencyMentions.In(head, 0, head.Lines.Length).Where(m => m.Agency.Unit != author.Agency.Unit)];
        foreach (AdministrativeLevel level in LevelsAbove(author.Agency.Level, issued))
        {
            IGrouping<string, AgencyMention>[] units =
                [.. mentions.Where(m => m.Agency.Level == level).GroupBy(m => m.Agency.Unit, StringComparer.Ordinal).OrderByDescending(g => g.Count())];
            if (units.Length > 0)
            {
                Agency agency = units[0].First().Agency;
                // Another unit named as often makes it a guess.
                bool isClear = units.Length == 1 || units[0].Count() > units[1].Count();
                return isClear ? HeadValues.Of(head, agency.Name, agency.Spans, Math.Min(0.92, 0.78 + (0.04 * units[0].Count()))) : null;
            }
        }

        return null;
    }

    private static Stated<string>? Addressed(HeadText head, Author author)
    {
        for (int i = 0; i < head.Lines.Length; i++)
        {
            if (!head.TokensOf(head.Lines[i]).StartsWith(AddressedTo))
            {
                continue;
            }

            // The addressees stand in the line or, one each, in the next ones.
            foreach (AgencyMention mention in AgencyMentions.In(head, i, Math.Min(head.Lines.Length, i + 3)))
            {
                if (mention.Agency.Unit != author.Agency.Unit)
                {
                    return HeadValues.Of(head, mention.Agency.Name, mention.Agency.Spans, 0.93);
                }
            }

            return null;
        }

        return null;
    }

    private static AdministrativeLevel[] LevelsAbove(AdministrativeLevel level, DateOnly? issued) => level switch
    {
        // Some go on naming the district they carry out the plans of, in archives and in towns that kept the name.
        AdministrativeLevel.Commune when issued >= EndOfDistricts => [AdministrativeLevel.Province, AdministrativeLevel.District],
        AdministrativeLevel.Commune => [AdministrativeLevel.District, AdministrativeLevel.Province],
        AdministrativeLevel.District or AdministrativeLevel.Department => [AdministrativeLevel.Province],
        AdministrativeLevel.Province => [],
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };
}
