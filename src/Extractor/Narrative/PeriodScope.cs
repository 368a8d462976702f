using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Narrative;

/// <summary>Judges whether a figure is one of the time a report covers: "năm 2022 tiếp nhận 2.415 hồ sơ" in a report on 2023 is not.</summary>
/// <param name="year">The year reported on; null if unknown.</param>
/// <param name="kind">The length of the period; null if unknown.</param>
internal sealed class PeriodScope(int? year, PeriodKind? kind)
{
    private const int WordsInFront = 5;

    // A time has one of these words.
    private static readonly ImmutableArray<string> Times = [" năm ", " tháng ", " quý "];

    /// <summary>The first year the prose names; null if it names none.</summary>
    public static int? FirstYearIn(IEnumerable<Passage> passages)
    {
        foreach (Passage passage in passages)
        {
            string[] words = Words(ProseWords.Pad(passage.Text));
            for (int i = 1; i < words.Length; i++)
            {
                if (YearAt(words, i) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Judges the words in front of a figure.</summary>
    public PeriodFit Judge(Mention mention)
    {
        // The words in front are the end of the part of the sentence.
        if (!ProseWords.HasAny(mention.SentenceKey, Times))
        {
            return PeriodFit.Whole;
        }

        string[] near = Words(mention.NearKey), sentence = Words(mention.SentenceKey);
        if (IsOtherYear(near, near.Length) || IsOtherYear(sentence, WordsInFront))
        {
            return PeriodFit.Other;
        }

        PeriodKind? named = LastNamed(near) ?? LastNamed(sentence);
        return named < (kind ?? PeriodKind.Year) ? PeriodFit.Part : PeriodFit.Whole;
    }

    private bool IsOtherYear(string[] words, int most)
    {
        for (int i = 1; i < Math.Min(words.Length, most); i++)
        {
            // "so với năm 2015" is part of what an indicator means, "kế hoạch năm 2022" of a name.
            bool isTime = i < 2 || words[i - 2] is not ("với" or "hoạch" or "từ" or "tháng");
            if (isTime && YearAt(words, i) is { } named && named != year && !words.AsSpan(0, i - 1).Contains("ngày"))
            {
                return true;
            }
        }

        return false;
    }

    private static PeriodKind? LastNamed(string[] words)
    {
        PeriodKind? named = null;
        for (int i = 0; i + 1 < words.Length; i++)
        {
            bool isDate = i > 0 && (words[i - 1] is "ngày" || (i > 1 && words[i - 2] is "ngày"));
            named = (words[i], words[i + 1]) switch
            {
                ("6", "tháng") => PeriodKind.SixMonths,
                ("9", "tháng") => PeriodKind.NineMonths,
                ("3", "tháng") => PeriodKind.Quarter,
                ("quý", "i" or "ii" or "iii" or "iv" or "1" or "2" or "3" or "4") => PeriodKind.Quarter,
                ("tháng", var month) when !isDate && month.Length <= 2 && char.IsAsciiDigit(month[0]) => PeriodKind.Month,
                ("trong" or "cả", "năm") => PeriodKind.Year,
                _ => named,
            };
        }

        return named;
    }

    private static int? YearAt(string[] words, int at) =>
        words[at - 1] is "năm" && words[at].Length == 4 && int.TryParse(words[at], out int year) && year is >= 1990 and <= 2100 ? year : null;

    private static string[] Words(string paddedKey) => paddedKey.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How the time of a figure fits the time reported on.</summary>
internal enum PeriodFit
{
    /// <summary>It is that time, or no other is named.</summary>
    Whole,

    /// <summary>A part of it.</summary>
    Part,

    /// <summary>Another year.</summary>
    Other,
}
