using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Values;

/// <summary>Finds the coded answer that words in a cell stand for.</summary>
internal static class CodedAnswer
{
    private static readonly string[] Negations = ["không", "chưa"];

    /// <summary>The option whose label the text is; null if there is none ("3 cấp" can be a label as well as a figure).</summary>
    public static CodedAnswerReading? ReadExact(string text, ImmutableArray<IndicatorOption> options)
    {
        string key = MatchKey.Of(text);
        return Quote(text, Single(options, o => MatchKey.Of(o.Label) == key), isExact: true);
    }

    /// <summary>The option meant and the words that say so; null if the words do not single one out.</summary>
    public static CodedAnswerReading? Read(string text, ImmutableArray<IndicatorOption> options)
    {
        if ((ReadExact(text, options) ?? TickedAnswer.Read(text, options)) is { } answer)
        {
            return answer;
        }

        string key = MatchKey.Of(text);
        IndicatorOption? option = Single(options, o => SharesStart(MatchKey.Of(o.Label), key) && IsNegated(o.Label) == IsNegated(text))
            ?? (options.Length == 2 ? Single(options, o => IsNegated(o.Label) == IsNegated(text) && IsAnswer(key)) : null);
        return Quote(text, option, isExact: false);
    }

    /// <summary>Whether words deny ("không", "chưa").</summary>
    public static bool IsNegated(string text)
    {
        string key = MatchKey.Of(text);
        return Negations.Any(n => StartsWithWord(key, n));
    }

    private static CodedAnswerReading? Quote(string text, IndicatorOption? option, bool isExact) =>
        option is null
            ? null
            : new CodedAnswerReading(option.Code, text.Length - text.AsSpan().TrimStart().Length, text.AsSpan().Trim().Length, isExact);

    private static bool SharesStart(string label, string key) => StartsWithWord(label, key) || StartsWithWord(key, label);

    // "Đã ban hành", "Có thực hiện", "Chưa": an answer to a yes-or-no question opens with one of these.
    private static bool IsAnswer(string key) =>
        StartsWithWord(key, "có") || StartsWithWord(key, "đã") || StartsWithWord(key, "đang") || Negations.Any(n => StartsWithWord(key, n));

    private static bool StartsWithWord(string key, string start) =>
        start.Length > 0 && key.StartsWith(start, StringComparison.Ordinal) && (key.Length == start.Length || key[start.Length] == ' ');

    private static IndicatorOption? Single(ImmutableArray<IndicatorOption> options, Func<IndicatorOption, bool> isMeant)
    {
        IndicatorOption? found = null;
        foreach (IndicatorOption option in options)
        {
            if (isMeant(option))
            {
                if (found is not null)
                {
                    return null;
                }

                found = option;
            }
        }

        return found;
    }
}

/// <summary>A coded answer given in words.</summary>
/// <param name="Code">Code of the option.</param>
/// <param name="Start">First character of the words.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="IsExact">Whether the words are the option's label.</param>
internal readonly record struct CodedAnswerReading(int Code, int Start, int Length, bool IsExact);
