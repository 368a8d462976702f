using System.Globalization;
using Extractor.Models;

namespace Extractor.Validation.Repairs;

/// <summary>Tells whether a figure is a usual slip for another, and lists what a figure can be a slip for.</summary>
internal static class TypicalSlips
{
    private const int LongestFigure = 12;
    private const string LookAlikes = "1770038830568566";

    /// <summary>The slip by which someone who meant <paramref name="meant"/> wrote <paramref name="written"/>; null if there is none.</summary>
    public static Slip? Between(decimal written, decimal meant)
    {
        if (IsTenfold(written, meant))
        {
            return HasDecimals(written) || HasDecimals(meant) ? Slip.DecimalComma : Slip.FactorOfTen;
        }

        (string from, string to) = Align(written, meant);
        return from.Length == to.Length
            ? SameLength(from, to)
            : from.Length == to.Length + 1 && IsOneLonger(from, to)
                ? Slip.DigitAdded
                : to.Length == from.Length + 1 && IsOneLonger(to, from) ? Slip.DigitDropped : null;
    }

    /// <summary>Whole figures that a written whole figure can be a slip for.</summary>
    public static IEnumerable<decimal> MeantBy(decimal written)
    {
        string digits = written.ToString("0", CultureInfo.InvariantCulture);
        if (HasDecimals(written) || written < 0 || digits.Length > LongestFigure)
        {
            yield break;
        }

        yield return written * 10;
        for (int i = 0; i < digits.Length; i++)
        {
            for (char d = i == 0 && digits.Length > 1 ? '1' : '0'; d <= '9'; d++)
            {
                if (d != digits[i])
                {
                    yield return Number(string.Concat(digits.AsSpan(0, i), [d], digits.AsSpan(i + 1)));
                }
            }

            if (digits.Length > 1)
            {
                yield return Number(string.Concat(digits.AsSpan(0, i), digits.AsSpan(i + 1)));
            }

            if (i > 0 && digits[i] != digits[i - 1])
            {
                yield return Number(string.Concat(digits.AsSpan(0, i - 1), [digits[i], digits[i - 1]], digits.AsSpan(i + 1)));
            }
        }
    }

    private static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasDecimals(decimal figure) => figure != decimal.Truncate(figure);

    private static bool IsTenfold(decimal written, decimal meant) =>
        written != 0 && meant != 0
        && (written == meant * 10 || written == meant * 100 || written == meant * 1000 || written * 10 == meant || written * 100 == meant || written * 1000 == meant);

    // Both as whole numbers of the same smallest decimal.
    private static (string From, string To) Align(decimal written, decimal meant)
    {
        for (int i = 0; i < 4 && (HasDecimals(written) || HasDecimals(meant)); i++)
        {
            written *= 10;
            meant *= 10;
        }

        return (written.ToString("0", CultureInfo.InvariantCulture), meant.ToString("0", CultureInfo.InvariantCulture));
    }

    private static Slip? SameLength(string from, string to)
    {
        int first = -1;
        int count = 0;
        for (int i = 0; i < from.Length; i++)
        {
            if (from[i] != to[i])
            {
                first = first < 0 ? i : first;
                count++;
            }
        }

        return count switch
        {
            1 => LooksLike(from[first], to[first]) ? Slip.LookAlikeDigit : Slip.DigitChanged,
            2 when from[first] == to[first + 1] && from[first + 1] == to[first] => Slip.DigitsSwapped,
            _ => null,
        };
    }

    private static bool LooksLike(char a, char b)
    {
        for (int i = 0; i < LookAlikes.Length; i += 2)
        {
            if (LookAlikes[i] == a && LookAlikes[i + 1] == b)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneLonger(string longer, string shorter)
    {
        int i = 0;
        while (i < shorter.Length && longer[i] == shorter[i])
        {
            i++;
        }

        return longer.AsSpan(i + 1).SequenceEqual(shorter.AsSpan(i));
    }
}
