using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads a period given by its first and last day: "từ ngày 15/12/2023 đến ngày 14/6/2024".</summary>
internal static class PeriodRange
{
    // Offices close their figures some days before the end and count from there: a period is as long as its name says, give or take.
    private static readonly (int Least, int Most, PeriodKind Kind)[] Lengths =
    [
        (25, 33, PeriodKind.Month), (80, 98, PeriodKind.Quarter), (170, 190, PeriodKind.SixMonths), (260, 282, PeriodKind.NineMonths),
        (340, 372, PeriodKind.Year),
    ];

    /// <summary>The first such period of a line; null if it has none, or one that no kind of report covers.</summary>
    public static PeriodPhrase? In(HeadText head, HeadLine line)
    {
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Key != "từ")
            {
                continue;
            }

            int at = i + 1;
            (int? Day, int? Month, int? Year) first = DateAt(tokens, ref at);
            if (at < tokens.Length && tokens[at].Key == "đến" && first is { Day: not null, Month: not null })
            {
                at++;
                (int? Day, int? Month, int? Year) last = DateAt(tokens, ref at);
                if (PeriodOf(first, last, new HeadSpan(tokens[i].Start, tokens[at - 1].End)) is { } period)
                {
                    return period;
                }
            }
        }

        return null;
    }

    private static PeriodPhrase? PeriodOf((int? Day, int? Month, int? Year) first, (int? Day, int? Month, int? Year) last, HeadSpan span)
    {
        if (new PrintedDate(span, last.Day, last.Month, last.Year).Value is not { } end
            || new PrintedDate(span, first.Day, first.Month, first.Year ?? end.Year).Value is not { } start)
        {
            return null;
        }

        if (first.Year is null && start > end && start.Year > 1 && start is not { Month: 2, Day: 29 })
        {
            start = start.AddYears(-1);
        }

        int days = end.DayNumber - start.DayNumber + 1;
        (_, _, PeriodKind kind) = Array.Find(Lengths, l => days >= l.Least && days <= l.Most);
        bool isKnown = Array.Exists(Lengths, l => days >= l.Least && days <= l.Most) && EndsInTime(kind, end.Month);
        int part = kind switch { PeriodKind.Month => end.Month, PeriodKind.Quarter => ((end.Month - 1) / 3) + 1, _ => 0 };
        return isKnown ? new PeriodPhrase(kind, part, end.Year, span) : null;
    }

    // Half-years and nine months are counted from the beginning of a year; the others end anywhere.
    private static bool EndsInTime(PeriodKind kind, int month) => kind switch
    {
        PeriodKind.SixMonths => month is 5 or 6,
        PeriodKind.NineMonths => month is 8 or 9,
        PeriodKind.Year => month is 11 or 12,
        _ => true,
    };

    // Day, month and year with the words between them, or the year first.
    private static (int? Day, int? Month, int? Year) DateAt(ReadOnlySpan<HeadToken> tokens, ref int at)
    {
        Skip(tokens, ref at, "hết");
        Skip(tokens, ref at, "ngày");
        int? first = NumberAt(tokens, ref at);
        Skip(tokens, ref at, "tháng");
        int? second = NumberAt(tokens, ref at);
        Skip(tokens, ref at, "năm");
        int? third = NumberAt(tokens, ref at);
        return first >= 1945 ? (third, second, first) : (first, second, third);
    }

    private static void Skip(ReadOnlySpan<HeadToken> tokens, ref int at, string word) => at += at < tokens.Length && tokens[at].Key == word ? 1 : 0;

    private static int? NumberAt(ReadOnlySpan<HeadToken> tokens, ref int at)
    {
        int? number = at < tokens.Length ? tokens[at].Number : null;
        at += number is null ? 0 : 1;
        return number;
    }
}
