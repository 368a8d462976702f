using System.Collections.Frozen;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>A period named in words: "quý I năm 2024", "9 tháng đầu năm", "tháng 5/2024", "năm 2023".</summary>
/// <param name="Kind">Length of the period.</param>
/// <param name="Part">Quarter or month; 0 where there is none.</param>
/// <param name="Year">Year named with it; null if none is.</param>
/// <param name="Span">Where it is named.</param>
internal readonly record struct PeriodPhrase(PeriodKind Kind, int Part, int? Year, HeadSpan Span)
{
    private static readonly FrozenDictionary<string, int> Numerals = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
        ["nhất"] = 1,
        ["một"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["tư"] = 4,
        ["bốn"] = 4,
        ["sáu"] = 6,
        ["chín"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a period that begins at a word; null if none does.</summary>
    public static PeriodPhrase? At(HeadText head, int at, int end)
    {
        ReadOnlySpan<HeadToken> tokens = head.Tokens.AsSpan(at, end - at);
        return tokens[0].Key switch
        {
            "quý" => Quarter(tokens),
            "tháng" => Month(tokens),
            "năm" => Year4(tokens, 1) is { } year ? new PeriodPhrase(PeriodKind.Year, 0, year, SpanOf(tokens, 2)) : null,
            _ => Months(tokens),
        };
    }

    /// <summary>Which of two periods named together the figures are of: the longer one, because they add up.</summary>
    public int Weight => Kind switch
    {
        PeriodKind.Year => Year is null ? 0 : 1,
        PeriodKind.Month => 2,
        PeriodKind.Quarter => 3,
        PeriodKind.SixMonths => 4,
        PeriodKind.NineMonths => 5,
        _ => throw new InvalidOperationException($"Not a period: {Kind}."),
    };

    private static PeriodPhrase? Quarter(ReadOnlySpan<HeadToken> tokens)
    {
        int next = tokens.Length > 1 && tokens[1].Key == "thứ" ? 2 : 1;
        if (next >= tokens.Length || Value(tokens[next]) is not (>= 1 and <= 4 and var quarter))
        {
            return null;
        }

        int? year = YearAfter(tokens, next + 1, out int length);
        return new PeriodPhrase(PeriodKind.Quarter, quarter, year, SpanOf(tokens, length));
    }

    private static PeriodPhrase? Month(ReadOnlySpan<HeadToken> tokens)
    {
        if (tokens.Length < 2 || tokens[1].Number is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        int? year = YearAfter(tokens, 2, out int length);
        return new PeriodPhrase(PeriodKind.Month, month, year, SpanOf(tokens, length));
    }

    // "9 tháng", "9 tháng đầu năm 2021", "chín tháng năm 2021"; the last months of a year are what is planned.
    private static PeriodPhrase? Months(ReadOnlySpan<HeadToken> tokens)
    {
        if (tokens.Length < 2 || tokens[1].Key != "tháng" || Value(tokens[0]) is not { } count)
        {
            return null;
        }

        int next = tokens.Length > 2 && tokens[2].Key == "đầu" ? 3 : 2;
        if (next < tokens.Length && tokens[next].Key is "cuối" or "tới" or "tiếp")
        {
            return null;
        }

        int? year = YearAfter(tokens, next, out int length);
        HeadSpan span = SpanOf(tokens, length);
        return count switch
        {
            3 => new PeriodPhrase(PeriodKind.Quarter, 1, year, span),
            6 => new PeriodPhrase(PeriodKind.SixMonths, 0, year, span),
            9 => new PeriodPhrase(PeriodKind.NineMonths, 0, year, span),
            12 => new PeriodPhrase(PeriodKind.Year, 0, year, span),
            _ => null,
        };
    }

    private static int? YearAfter(ReadOnlySpan<HeadToken> tokens, int at, out int length)
    {
        int next = at < tokens.Length && tokens[at].Key == "năm" ? at + 1 : at;
        int? year = Year4(tokens, next);
        length = year is null ? next : next + 1;

        return year;
    }

    private static int? Year4(ReadOnlySpan<HeadToken> tokens, int at) =>
        at < tokens.Length && tokens[at].Number is >= 1990 and <= 2100 and { } year ? year : null;

    private static int? Value(HeadToken token) => token.Number ?? (Numerals.TryGetValue(token.Key, out int value) ? value : null);

    private static HeadSpan SpanOf(ReadOnlySpan<HeadToken> tokens, int length) => new(tokens[0].Start, tokens[length - 1].End);
}
