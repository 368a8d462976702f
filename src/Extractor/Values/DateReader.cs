using Extractor.Normalisation;

namespace Extractor.Values;

/// <summary>Reads dates and reporting periods: "ngày 15 tháng 12 năm 2023", "27/4/2021", "quý I/2024", "9 tháng đầu năm 2021".</summary>
internal static class DateReader
{
    private const int FirstYear = 1945;
    private const int LastYear = 2100;
    private static readonly string[] RomanQuarters = ["i", "ii", "iii", "iv"];

    /// <summary>The first date of the text, or null. Blank days and months ("ngày … tháng … năm 2024") stay null.</summary>
    public static PartialDate? Read(string text)
    {
        string[] words = MatchKey.Of(text).Split(' ');
        return ReadNumeric(words, text) ?? ReadQuarter(words) ?? ReadMonths(words) ?? ReadSpelt(words);
    }

    private static PartialDate? ReadNumeric(string[] words, string text)
    {
        if (text.AsSpan().IndexOfAny('/', '.', '-') < 0)
        {
            return null;
        }

        for (int i = 0; i + 2 < words.Length; i++)
        {
            if (NumberOf(words[i], 31) is { } day && NumberOf(words[i + 1], 12) is { } month && YearOf(words[i + 2]) is { } year)
            {
                return IsDay(year, month, day) ? new PartialDate(year, month, day) : null;
            }
        }

        return null;
    }

    private static PartialDate? ReadQuarter(string[] words)
    {
        int at = Array.IndexOf(words, "quý");
        if (at < 0 || at + 2 >= words.Length)
        {
            return null;
        }

        int roman = Array.IndexOf(RomanQuarters, words[at + 1]) + 1;
        int? quarter = roman > 0 ? roman : NumberOf(words[at + 1], 4);
        int? year = YearOf(words[at + 2]) ?? (at + 3 < words.Length ? YearOf(words[at + 3]) : null);
        return quarter is not null && year is not null ? new PartialDate(year.Value, Quarter: quarter) : null;
    }

    private static PartialDate? ReadMonths(string[] words)
    {
        for (int i = 1; i + 3 < words.Length; i++)
        {
            if (words[i] == "tháng" && words[i + 2] == "năm" && YearOf(words[i + 3]) is { } year && MonthsOf(words[i - 1]) is { } months)
            {
                return words[i + 1] switch
                {
                    "đầu" => new PartialDate(year, FirstMonths: months),
                    "cuối" => new PartialDate(year, LastMonths: months),
                    _ => null,
                };
            }
        }

        return null;
    }

    private static PartialDate? ReadSpelt(string[] words)
    {
        int at = Array.FindIndex(words, w => w == "năm");
        while (at >= 0 && (at + 1 >= words.Length || YearOf(words[at + 1]) is null))
        {
            at = Array.FindIndex(words, at + 1, w => w == "năm");
        }

        if (at < 0)
        {
            return null;
        }

        int year = YearOf(words[at + 1])!.Value;
        int? month = at >= 2 && words[at - 2] == "tháng" ? NumberOf(words[at - 1], 12) : null;
        int before = month is null ? -1 : at - 3;
        int? day = before >= 0 ? NumberOf(words[before], 31) : null;
        return day is not null && IsDay(year, month!.Value, day.Value) ? new PartialDate(year, month, day) : new PartialDate(year, month);
    }

    private static int? MonthsOf(string word) =>
        NumberOf(word, 12) ?? (NumberWords.TryRead(word, 0, out decimal value, out _, out _) && value is > 0 and <= 12 ? (int)value : null);

    private static bool IsDay(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month);

    private static int? YearOf(string word) => word.Length == 4 && NumberOf(word, LastYear) is { } year && year >= FirstYear ? year : null;

    private static int? NumberOf(string word, int largest) =>
        word.Length <= 4 && int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n)
            && n >= 1 && n <= largest ? n : null;
}
