using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads the date of the document, "ngày 15 tháng 12 năm 2023" or "ngày 15/12/2023".</summary>
internal static class IssueDateReader
{
    /// <summary>Reads it from the letterhead; where day or month is blank there, from the appendix that names the report.</summary>
    public static Stated<DateOnly?> Read(HeadText head, HeadRegions regions)
    {
        if (Find(head, LetterheadReader.LinesOf(head, regions)) is { Value: { } date } stated)
        {
            return HeadValues.Of<DateOnly?>(head, date, [stated.Span], 0.98);
        }

        foreach (HeadLine line in head.Lines)
        {
            if (AppendixCaption.IsOne(head.TokensOf(line)) && Find(head, [line]) is { Value: { } captioned } caption)
            {
                return HeadValues.Of<DateOnly?>(head, captioned, [caption.Span], 0.9);
            }
        }

        return Stated.Missing<DateOnly?>();
    }

    /// <summary>The first date of these lines, complete or with blanks; null if there is none.</summary>
    public static PrintedDate? Find(HeadText head, IEnumerable<HeadLine> lines)
    {
        foreach (HeadLine line in lines)
        {
            for (int i = line.FirstToken; i < line.FirstToken + line.TokenCount; i++)
            {
                // "Từ ngày … đến ngày …" is the period and not the date.
                bool isRange = i > line.FirstToken && head.Tokens[i - 1].Key is "từ" or "đến" or "trước" or "sau" or "hết";
                if (head.Tokens[i].Key == "ngày" && !isRange && TryRead(head, i, out PrintedDate date))
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static bool TryRead(HeadText head, int at, out PrintedDate date)
    {
        ReadOnlySpan<HeadToken> tokens = head.Tokens.AsSpan()[at..];
        int next = 1;
        int? day = NumberAt(tokens, ref next);
        int? month;
        int? year;
        if (IsWord(tokens, next, "tháng"))
        {
            next++;
            month = NumberAt(tokens, ref next);
            year = null;
            if (IsWord(tokens, next, "năm"))
            {
                next++;
                year = NumberAt(tokens, ref next);
            }
        }
        else if (day is not null)
        {
            month = NumberAt(tokens, ref next);
            year = month is null ? null : NumberAt(tokens, ref next);
        }
        else
        {
            date = default;
            return false;
        }

        date = new PrintedDate(new HeadSpan(tokens[0].Start, tokens[next - 1].End), day, month, year);
        return day is not null || month is not null || year is not null;
    }

    private static bool IsWord(ReadOnlySpan<HeadToken> tokens, int at, string word) => at < tokens.Length && tokens[at].Key == word;

    private static int? NumberAt(ReadOnlySpan<HeadToken> tokens, ref int at)
    {
        int? number = at < tokens.Length ? tokens[at].Number : null;
        at += number is null ? 0 : 1;

        return number;
    }
}

/// <summary>A date as printed; parts left blank are null.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Month">Month.</param>
/// <param name="Year">Year.</param>
internal readonly record struct PrintedDate(HeadSpan Span, int? Day, int? Month, int? Year)
{
    /// <summary>The date; null where a part is blank or no such day exists.</summary>
    public DateOnly? Value =>
        Year is >= 1945 and <= 2999 and { } year && Month is >= 1 and <= 12 and { } month && Day is >= 1 and { } day
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
