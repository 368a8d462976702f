using System.Collections.Immutable;
using System.Globalization;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Finds labels that speak of a period before the reported one: "Hồ sơ tiếp nhận năm 2022 (để so sánh)" in a report on 2023, "cùng kỳ năm trước". Such rows
/// compare; the schema's figures are those of the period itself.
/// </summary>
internal static class EarlierPeriod
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private static readonly string[] Comparisons = ["cùng kỳ", "năm ngoái", "để so sánh", "so sánh:"];

    // "so với năm 2015", "kể từ năm 2021", "giai đoạn 2021 - 2025": a base or a beginning, and the figure is of now.
    private static readonly string[] Bases = ["với", "so", "từ", "đoạn", "sau", "hết", "trước"];

    /// <summary>The year reported on: the last one that captions name, without any the last one that labels name; 0 where none is named.</summary>
    public static int YearOf(ImmutableArray<StatisticalTable> tables)
    {
        int year = tables.Max(table => (int?)LastYearIn(table.Caption, out _)) ?? 0;
        return year > 0 ? year : tables.SelectMany(table => table.Rows).Max(row => (int?)LastYearIn(row.Label.Text, out _)) ?? 0;
    }

    /// <summary>Whether a label speaks of a time before a year, or of one to compare with.</summary>
    public static bool IsNamedIn(string label, int year)
    {
        if (Array.Exists(Comparisons, phrase => label.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
        {
            return !label.Contains("so với cùng kỳ", StringComparison.OrdinalIgnoreCase);
        }

        int last = LastYearIn(label, out bool isBase);
        return last > 0 && last < year && !isBase;
    }

    // Years of periods: behind "năm", or behind the stroke of "quý I/2021", "tháng 9/2021"; those of decisions ("19/2015/NĐ-CP") and standards are none.
    private static int LastYearIn(string text, out bool isBase)
    {
        int last = 0;
        isBase = false;
        for (int at = text.IndexOf("20", StringComparison.Ordinal); at >= 0; at = text.IndexOf("20", at + 1, StringComparison.Ordinal))
        {
            int end = at + 4;
            if (end > text.Length || !int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < FirstYear or >= LastYear
                || (end < text.Length && (char.IsDigit(text[end]) || text[end] is '/' or '-' or ':')))
            {
                continue;
            }

            ReadOnlySpan<char> before = text.AsSpan(0, at).TrimEnd();
            bool isBehindYear = EndsWith(before, "năm");
            if (isBehindYear || (before.EndsWith("/") && IsPeriod(before[..^1])))
            {
                last = Math.Max(last, year);
                isBase |= isBehindYear && IsBase(before[..^3].TrimEnd());
            }
        }

        return last;
    }

    private static bool IsPeriod(ReadOnlySpan<char> text)
    {
        int word = text.TrimEnd().LastIndexOf(' ');
        return word > 0 && (EndsWith(text[..word].TrimEnd(), "quý") || EndsWith(text[..word].TrimEnd(), "tháng"));
    }

    private static bool IsBase(ReadOnlySpan<char> before)
    {
        foreach (string word in Bases)
        {
            if (EndsWith(before, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));
}
