using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Finds out which time a report covers: from its title, else from the lines that repeat it.</summary>
internal static class PeriodReader
{
    private const int LinesBelowTitle = 6;

    // What these announce lies ahead of the report: "phương hướng, nhiệm vụ 3 tháng cuối năm".
    private static readonly string[][] PlanStarts = HeadTokens.Phrases(
        "phương hướng", "nhiệm vụ trọng tâm", "nhiệm vụ", "kế hoạch", "dự kiến", "chương trình công tác", "mục tiêu", "giải pháp");

    private static readonly string[] Closing = HeadTokens.Phrase("trên đây là");

    /// <summary>Reads it.</summary>
    public static Stated<ReportPeriod> Read(HeadText head, HeadRegions regions, ImmutableArray<HeadSpan> title)
    {
        PrintedDate? date = IssueDateReader.Find(head, LetterheadReader.LinesOf(head, regions));
        PeriodPhrase? inTitle = title.IsEmpty ? null : Find(head, title);
        if (inTitle is null or { Kind: PeriodKind.Year } && RangeBelow(head, regions) is { } range)
        {
            // First and last day say more than a year that may only be the one they lie in.
            return Complete(head, regions, range, title, date, 0.93);
        }

        if (inTitle is { } stated)
        {
            return Complete(head, regions, stated, title, date, 0.97);
        }

        foreach ((IEnumerable<int> lines, double confidence) in Places(head, regions))
        {
            foreach (int line in lines)
            {
                ImmutableArray<HeadSpan> span = [head.Lines[line].Span];
                if (Find(head, span) is { } named && (named.Year is not null || named.Kind != PeriodKind.Year))
                {
                    return Complete(head, regions, named, span, date, confidence);
                }
            }
        }

        return Stated.Missing<ReportPeriod>();
    }

    private static PeriodPhrase? RangeBelow(HeadText head, HeadRegions regions)
    {
        int first = Math.Max(0, regions.Title);
        for (int i = first; i < Math.Min(first + LinesBelowTitle, head.Lines.Length); i++)
        {
            if (PeriodRange.In(head, head.Lines[i]) is { } range)
            {
                return range;
            }
        }

        return null;
    }

    private static IEnumerable<(IEnumerable<int> Lines, double Confidence)> Places(HeadText head, HeadRegions regions)
    {
        int title = Math.Max(0, regions.Title);
        yield return (Enumerable.Range(title, Math.Min(LinesBelowTitle, head.Lines.Length - title)), 0.85);
        yield return (Enumerable.Range(0, head.Lines.Length).Where(i => head.TokensOf(head.Lines[i]).StartsWith(Closing)), 0.85);
        int appendix = regions.Appendix;
        yield return (Enumerable.Range(appendix, Math.Min(LinesBelowTitle, head.Lines.Length - appendix)), 0.8);
    }

    private static PeriodPhrase? Find(HeadText head, ImmutableArray<HeadSpan> spans)
    {
        PeriodPhrase? best = null;
        foreach (int at in Words(head, spans))
        {
            // "Thực hiện kế hoạch năm 2023" is no plan, "… năm 2023, phương hướng năm 2024" has one: what comes first is reported.
            if (best is not null && head.Tokens.AsSpan()[at..].StartsWithAny(PlanStarts))
            {
                break;
            }

            if (PhraseAt(head, at, spans) is { } phrase && WeightOf(head, at, phrase) > (best?.Weight ?? -1))
            {
                best = phrase;
            }
        }

        return best;
    }

    private static PeriodPhrase? PhraseAt(HeadText head, int at, ImmutableArray<HeadSpan> spans)
    {
        // The month of "ngày 15 tháng 12 năm 2023" is part of a date.
        bool isDate = head.Tokens[at].Key == "tháng" && at > 0 && (head.Tokens[at - 1].Key == "ngày" || head.Tokens[at - 1].Number is not null);
        return isDate ? null : PeriodPhrase.At(head, at, EndToken(head, spans[^1]));
    }

    // "Quý IV và cả năm 2023", "tháng 12 và năm 2023": the figures are those of the year.
    private static int WeightOf(HeadText head, int at, PeriodPhrase phrase) =>
        phrase.Kind == PeriodKind.Year && at > 0 && head.Tokens[at - 1].Key is "và" or "cả" ? int.MaxValue : phrase.Weight;

    // A title without its year takes it from what the title says of the rest of that year, then from the date.
    private static Stated<ReportPeriod> Complete(
        HeadText head, HeadRegions regions, PeriodPhrase phrase, ImmutableArray<HeadSpan> spans, PrintedDate? date, double confidence)
    {
        List<HeadSpan> evidence = [phrase.Span];
        int? year = phrase.Year;
        if (year is null && RestOfYear(head, phrase, spans) is { } rest)
        {
            (year, HeadSpan span) = rest;
            evidence.Add(span);
            confidence -= 0.03;
        }

        PrintedDate? issued = date is { Year: not null } ? date : IssueDateReader.Find(head, head.Lines.Skip(regions.Appendix).Take(LinesBelowTitle));
        if (year is null && issued is { Year: { } issueYear } printed)
        {
            // The report of a whole year, or of its last quarter, is often written early in the next.
            bool isLate = printed.Month <= 2 && phrase is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Quarter, Part: 4 } or { Kind: PeriodKind.Month, Part: 12 };
            year = isLate ? issueYear - 1 : issueYear;
            evidence.Add(printed.Span);
            confidence -= isLate ? 0.3 : 0.12;
        }

        if (year is not { } found)
        {
            return Stated.Missing<ReportPeriod>();
        }

        var period = new ReportPeriod(
            phrase.Kind, found, phrase.Kind == PeriodKind.Quarter ? phrase.Part : null, phrase.Kind == PeriodKind.Month ? phrase.Part : null);

        return HeadValues.Of(head, period, evidence, confidence);
    }

    // "3 tháng cuối năm 2021" and "quý IV năm 2021" after the third quarter are the same year, "quý I năm 2022" after the fourth is the next.
    private static (int Year, HeadSpan Span)? RestOfYear(HeadText head, PeriodPhrase stated, ImmutableArray<HeadSpan> spans)
    {
        bool isRest = false;
        foreach (int at in Words(head, spans))
        {
            HeadToken token = head.Tokens[at];
            isRest |= token.Key == "cuối";
            if (isRest && token.Number is >= 1990 and <= 2100 and { } year)
            {
                return (year, token.Span);
            }

            if (token.Start >= stated.Span.End && PhraseAt(head, at, spans) is { Part: > 0, Year: { } planned } plan && plan.Kind == stated.Kind)
            {
                return (plan.Part > stated.Part ? planned : planned - 1, plan.Span);
            }
        }

        return null;
    }

    private static IEnumerable<int> Words(HeadText head, ImmutableArray<HeadSpan> spans)
    {
        foreach (HeadSpan span in spans)
        {
            HeadLine line = head.Lines[head.LineAt(span.Start)];
            for (int i = line.FirstToken; i < line.FirstToken + line.TokenCount; i++)
            {
                yield return i;
            }
        }
    }

    private static int EndToken(HeadText head, HeadSpan span)
    {
        HeadLine line = head.Lines[head.LineAt(span.Start)];
        return line.FirstToken + line.TokenCount;
    }
}
