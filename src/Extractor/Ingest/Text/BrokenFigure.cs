using System.Buffers;

namespace Extractor.Ingest.Text;

/// <summary>Tells a figure that a narrow column breaks over two lines: "35.14" and "6", "68,91" and "%".</summary>
internal static class BrokenFigure
{
    private const int GroupLength = 3;
    private static readonly SearchValues<char> FigureLetters = SearchValues.Create("0123456789.,/");

    /// <summary>Whether the end of one line and the start of the next are one figure.</summary>
    public static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        if (before.IsEmpty || next.IsEmpty || before.IndexOfAnyExcept(FigureLetters) >= 0 || !char.IsAsciiDigit(before[0]))
        {
            return false;
        }

        if (next is "%")
        {
            return true;
        }

        ReadOnlySpan<char> digits = next.TrimEnd('%');
        bool isSeparatorAhead = digits.Length > 1 && digits[0] is '.' or ',' or '/';
        digits = isSeparatorAhead ? digits[1..] : digits;
        if (digits.IsEmpty || digits.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        return isSeparatorAhead ? char.IsAsciiDigit(before[^1])
            : before[^1] is ',' or '/' || (before[^1] == '.' && digits.Length == GroupLength) || CompletesGroup(before, digits);
    }

    // "35.14" lacks a digit of its thousands; "0.05" is a fraction.
    private static bool CompletesGroup(ReadOnlySpan<char> before, ReadOnlySpan<char> digits)
    {
        int point = before.LastIndexOf('.');
        if (point <= 0 || before.IndexOfAny(',', '/') >= 0 || before[0] == '0')
        {
            return false;
        }

        int first = before.IndexOf('.');
        bool isGrouped = first <= GroupLength && (point - first) % (GroupLength + 1) == 0;
        return isGrouped && before.Length - point - 1 + digits.Length == GroupLength;
    }
}
