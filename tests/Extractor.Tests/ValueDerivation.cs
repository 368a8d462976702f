using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Values;

namespace Extractor.Tests;

/// <summary>
/// Checks, without the readers that made it, that a value derives from the tokens quoted for it: its digits stand there in order, or their sum does, or
/// words for it do. A reader that invents a value fails this check.
/// </summary>
internal static class ValueDerivation
{
    private const int MostNumbers = 200;

    /// <summary>Whether the quote yields the value.</summary>
    public static bool IsDerivable(IndicatorValue value, string quote, CellContext? context = null)
    {
        if (context?.Above?.Value == value && MatchKey.Of(quote) is "nt" or "như trên" or "")
        {
            return true;
        }

        List<decimal> numbers = NumbersIn(quote);
        return value switch
        {
            RatioValue ratio => numbers.Contains(ratio.Numerator) && numbers.Contains(ratio.Denominator),
            NumberValue number => numbers.Contains(number.Number) || IsSum(number.Number, quote) || IsWord(number.Number, quote, context),
            _ => false,
        };
    }

    // Every number a run of digits, points, commas and blanks can mean, with and without the scale word behind it.
    private static List<decimal> NumbersIn(string quote)
    {
        var numbers = new List<decimal>();
        for (int at = 0; at < quote.Length && numbers.Count < MostNumbers; at++)
        {
            if (!char.IsDigit(quote[at]) || (at > 0 && char.IsDigit(quote[at - 1])))
            {
                continue;
            }

            int end = at;
            while (end < quote.Length && (char.IsDigit(quote[end]) || quote[end] is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\u2009'))
            {
                end++;
                if (char.IsDigit(quote[end - 1]))
                {
                    AddMeanings(quote.AsSpan(at, end - at), quote.AsSpan(end), numbers);
                }
            }
        }

        return numbers;
    }

    private static void AddMeanings(ReadOnlySpan<char> run, ReadOnlySpan<char> behind, List<decimal> numbers)
    {
        decimal whole = 0;
        int decimals = 0;
        foreach (char c in run)
        {
            if (char.IsDigit(c) && whole < 1_000_000_000_000_000m)
            {
                whole = (whole * 10) + (int)char.GetNumericValue(c);
            }
        }

        int separator = run.LastIndexOfAny('.', ',');
        if (separator >= 0)
        {
            foreach (char c in run[separator..])
            {
                decimals += char.IsDigit(c) ? 1 : 0;
            }
        }

        ReadOnlySpan<char> word = behind.TrimStart();
        int length = 0;
        while (length < word.Length && char.IsLetter(word[length]))
        {
            length++;
        }

        decimal fraction = whole / (decimal)Math.Pow(10, Math.Min(decimals, 15));
        decimal scale = Math.Max(1, NumberWords.ScaleOf(word[..length]));
        numbers.AddRange([whole, fraction, whole * scale, fraction * scale, whole * scale / 1_000_000, fraction * scale / 1_000_000]);
    }

    private static bool IsSum(decimal value, string quote) => ItemList.Read(quote) is { } list && list.Sum == value;

    private static bool IsWord(decimal value, string quote, CellContext? context)
    {
        string key = MatchKey.Of(quote);
        if (NumberWords.TryRead(quote.Trim(), 0, out decimal spelt, out _, out _) && spelt == value)
        {
            return true;
        }

        bool isNegated = key.Split(' ').Any(w => w is "không" or "chưa");
        return (value == 0 && isNegated) || IsOption(value, key, isNegated, context) || (key.Length > 0 && OcrValueOf(quote) == value);
    }

    private static bool IsOption(decimal value, string key, bool isNegated, CellContext? context) =>
        context is not null && context.Options.Any(o => o.Code == value
            && (MatchKey.Of(o.Label).Split(' ').Intersect(key.Split(' ')).Any() || (!isNegated && !CodedAnswer.IsNegated(o.Label))));

    private static decimal OcrValueOf(string quote)
    {
        decimal value = 0;
        foreach (char c in quote.Trim())
        {
            int digit = OcrDigits.DigitOf(c);
            value = digit < 0 ? -1 : (value * 10) + digit;
            if (value < 0)
            {
                break;
            }
        }

        return value;
    }
}
