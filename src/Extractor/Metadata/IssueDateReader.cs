using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads the date of the document, "ngày 15 tháng 12 năm 2023", "ngày 15/12/2023" or "2023-12-15".</summary>
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
                if (!isRange && ((head.Tokens[i].Key == "ngày" && TryRead(head, i, out PrintedDate date)) || TryReadIso(head, line, i, out date)))
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

    // "Yên Thế, 2025-12-16"
    private static bool TryReadIso(HeadText head, HeadLine line, int at, out PrintedDate date)
    {
        date = default;
        if (at + 2 >= line.FirstToken + line.TokenCount || head.Tokens[at].Number is not >= 1945)
        {
            return false;
        }

        HeadToken[] parts = [head.Tokens[at], head.Tokens[at + 1], head.Tokens[at + 2]];
        date = new PrintedDate(new HeadSpan(parts[0].Start, parts[2].End), parts[2].Number, parts[1].Number, parts[0].Number);
        return date.Value is not null && HeadSpans.Between(head, parts[0], parts[1]) is "-" && HeadSpans.Between(head, parts[1], parts[2]) is "-";
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
