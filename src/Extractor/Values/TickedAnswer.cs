using System.Buffers;
using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Finds the coded answer that is ticked among several printed in a cell: "Có: x  Không:", "☒ Có ☐ Không".</summary>
internal static class TickedAnswer
{
    private static readonly SearchValues<char> Ticks = SearchValues.Create("☒☑✓✔√");

    /// <summary>The option with the tick beside it; null unless every option is printed and one is ticked.</summary>
    public static CodedAnswerReading? Read(string text, ImmutableArray<IndicatorOption> options)
    {
        int tick = text.AsSpan().IndexOfAny(Ticks);
        tick = tick >= 0 ? tick : IndexOfLoneX(text);
        if (tick < 0)
        {
            return null;
        }

        bool isBoxFirst = text.AsSpan().TrimStart() is ['☐' or '□' or '☒' or '☑', ..];
        (IndicatorOption Option, int At)? meant = null;
        foreach (IndicatorOption option in options)
        {
            int at = IndexOfWord(text, option.Label);
            if (at < 0)
            {
                return null;
            }

            bool isNearer = meant is null || (isBoxFirst ? at < meant.Value.At : at > meant.Value.At);
            meant = at > tick == isBoxFirst && isNearer ? (option, at) : meant;
        }

        if (meant is not { } answer)
        {
            return null;
        }

        int from = Math.Min(answer.At, tick);
        int end = Math.Max(answer.At + answer.Option.Label.Length, tick + 1);
        return new CodedAnswerReading(answer.Option.Code, from, end - from, IsExact: false);
    }

    private static int IndexOfLoneX(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is 'x' or 'X' && IsWord(text, i, 1))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfWord(string text, string word)
    {
        int at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (at >= 0 && !IsWord(text, at, word.Length))
        {
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return at;
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));
}
