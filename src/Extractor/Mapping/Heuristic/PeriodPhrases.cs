using System.Globalization;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Finds when a label speaks of: "6 tháng đầu năm 2026", "từ 01/01 đến 15/9/2025", "quý III". Every report says its own period somewhere; it tells no
/// indicator from another, except where figures are compared with those of a year.
/// </summary>
internal static class PeriodPhrases
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Number of words of the period that starts at a word; 0 if none does.</summary>
    public static int Length(ReadOnlySpan<string> words, int start)
    {
        // "so với năm 2015" and "tồn từ quý I" name another time than that of the report.
        if (start > 0 && (words[start - 1] is "với" or "voi" or "tồn" or "ton" || (words[start - 1] == "so" && Year(words[start..]) > 0)))
        {
            return 0;
        }

        // "Văn bản đến quý I": incoming documents, not documents until then.
        if (start > 0 && (words[start] is "đến" or "den") && words[start - 1] is "bản" or "ban" or "văn" or "van" or "vb" or "cv")
        {
            return 0;
        }

        int at = start;
        while (PieceLength(words[at..]) is > 0 and var piece)
        {
            at += piece;
        }

        return at < words.Length && words[at] is "qua" or "sang" or "chuyển" or "mang" or "chuyen" ? 0 : at - start;
    }

    private static int PieceLength(ReadOnlySpan<string> words)
    {
        int led = 0;
        while (led < words.Length && words[led] is "từ" or "đến" or "tới" or "hết" or "tính" or "trong" or "tu" or "den" or "toi" or "het" or "tinh")
        {
            led++;
        }

        int core = led == words.Length ? 0 : CoreLength(words[led..], led > 0);
        return core == 0 ? 0 : led + core;
    }

    private static int CoreLength(ReadOnlySpan<string> words, bool isLed)
    {
        switch (words[0])
        {
            case "ngày" or "ngay":
                return 1 + Numbers(words[1..], 3) is > 1 and var day ? day : 0;
            case "tháng" or "thang" when words.Length > 1 && IsBelow(words[1], 13):
                return 2 + Year(words[2..]);
            case "quý" or "quy" when words.Length > 1 && (words[1] is "i" or "ii" or "iii" or "iv" || IsBelow(words[1], 5)):
                return 2 + Year(words[2..]);
            case "năm" or "nam" when Year(words[1..]) > 0:
                return 2;
            case "đầu" or "cuối" or "dau" or "cuoi" when isLed && words.Length > 1 && words[1] is "năm" or "nam" or "quý" or "kỳ":
                return 2;
            case "đầu" or "dau" when words.Length > 2 && words[1] is "năm" or "nam" && Year(words[2..]) > 0:
                return 3;
        }

        if (IsBelow(words[0], 12) && words.Length > 1 && words[1] is "tháng" or "thang")
        {
            int half = words.Length > 2 && words[2] is "đầu" or "cuối" or "dau" or "cuoi" ? 3 : 2;
            half = half < words.Length && words[half] is "năm" or "nam" ? half + 1 : half;
            return half + Year(words[half..]);
        }

        int numbers = Numbers(words, 3);
        return Year(words) > 0 ? 1 : isLed && numbers > 1 ? numbers : 0;
    }

    private static int Numbers(ReadOnlySpan<string> words, int most)
    {
        int count = 0;
        while (count < Math.Min(words.Length, most) && (IsBelow(words[count], 32) || (count > 0 && Year(words[count..]) > 0)))
        {
            count++;
        }

        return count;
    }

    private static int Year(ReadOnlySpan<string> words) =>
        words.Length > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= FirstYear and < LastYear ? 1 : 0;

    private static bool IsBelow(string word, int bound) =>
        word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 && number < bound;
}
