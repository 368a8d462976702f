using System.Collections.Frozen;

namespace Extractor.Narrative;

/// <summary>Finds how far the words behind a figure belong to it.</summary>
internal static class WordsBehind
{
    private const int MostWords = 12;
    private const int WordsOfUnit = 2;
    private const int LongestPart = 240;

    // A word that starts another statement about the figure, or leads to the next one.
    private static readonly FrozenSet<string> Stops = new[]
    {
        "với", "đạt", "chiếm", "gồm", "tăng", "giảm", "so", "nhưng", "bằng", "tương", "trong", "bao", "cụ", "là", "nên",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopLookup = Stops.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Place behind the last word that belongs to the figure.</summary>
    public static int End(string text, int start)
    {
        int afterUnit = start;
        int beforeAnd = -1;
        int last = start;
        int words = 0;
        foreach ((int from, int to) in WordsFrom(text, start, MostWords))
        {
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            if (char.IsDigit(word[0]) && !IsLevel(text, from, to))
            {
                // Up to the next figure without a comma: only the unit is sure to belong to this one.
                return beforeAnd > 0 ? beforeAnd : afterUnit;
            }

            // "trong hạn" is a property of what was counted, "trong đó" and "trong tháng" start something else.
            bool isStop = StopLookup.Contains(word) && !(word is "trong" && text.AsSpan(to).TrimStart().StartsWith("hạn", StringComparison.Ordinal));
            if (isStop)
            {
                break;
            }

            beforeAnd = word is "và" ? last : beforeAnd;
            last = to;
            words++;
            afterUnit = words <= WordsOfUnit ? to : afterUnit;
        }

        return last;
    }

    /// <summary>Place up to which the text still speaks of the figure: the next figure with its clause, a bracket, or the end of the part.</summary>
    public static int EndOfPart(string text, int start)
    {
        int comma = start;
        for (int at = start; at < text.Length && at - start < LongestPart; at++)
        {
            bool isYear = text.AsSpan(start, at - start).TrimEnd().EndsWith("năm", StringComparison.OrdinalIgnoreCase);
            if (char.IsDigit(text[at]) && !isYear)
            {
                return comma > start ? comma : at;
            }

            at += char.IsDigit(text[at]) ? "2024".Length - 1 : 0;
            if (at >= text.Length || text[at] is ';' or '.' or '(' or ')' or ':' or '\n')
            {
                return Math.Min(at, text.Length);
            }

            comma = text[at] == ',' ? at : comma;
        }

        return Math.Min(text.Length, start + LongestPart);
    }

    /// <summary>Place behind the clause a denial opens; the start if a figure stands in it.</summary>
    public static int EndOfClause(string text, int start)
    {
        int last = start;
        foreach ((int from, int to) in WordsFrom(text, start, MostWords))
        {
            ReadOnlySpan<char> word = text.AsSpan(from, to - from);
            if (char.IsDigit(word[0]))
            {
                return start;
            }

            // "không để xảy ra …" denies too; further on, these words start a reason or another clause.
            if (last > start && word is "nên" or "nhưng" or "mà" or "do" or "để" or "trong")
            {
                break;
            }

            last = to;
        }

        return last;
    }

    // The digit of "mức độ 3" is part of a name.
    private static bool IsLevel(string text, int from, int to) =>
        to == from + 1 && (text.AsSpan(0, from).TrimEnd().EndsWith(" độ", StringComparison.Ordinal) || text.AsSpan(0, from).TrimEnd().EndsWith(" mức", StringComparison.Ordinal));

    // "sở, ngành" and "phản ánh, kiến nghị" are one expression.
    private static bool Joins(string text, int start, int comma)
    {
        ReadOnlySpan<char> front = text.AsSpan(start, comma - start).TrimEnd();
        ReadOnlySpan<char> back = text.AsSpan(comma + 1).TrimStart();
        foreach ((string first, string second) in ProseWords.Joined)
        {
            if (front.EndsWith(first, StringComparison.OrdinalIgnoreCase) && back.StartsWith(second, StringComparison.OrdinalIgnoreCase)
                && (back.Length == second.Length || !char.IsLetter(back[second.Length])))
            {
                return true;
            }
        }

        return false;
    }

    // Words up to the next punctuation mark.
    private static IEnumerable<(int From, int To)> WordsFrom(string text, int start, int most)
    {
        int at = start;
        for (int count = 0; count < most; count++)
        {
            while (at < text.Length && (text[at] is ' ' or '\u00A0' or '&' or '/' || (text[at] == ',' && Joins(text, start, at))))
            {
                at++;
            }

            int from = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at == from)
            {
                yield break;
            }

            yield return (from, at);
        }
    }
}
