using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>Raised characters typed by hand: a reference to a note, or the exponent of a unit.</summary>
internal static class NoteMark
{
    private const int MaxLength = 3;

    /// <summary>Reads a raised mark such as "1", "(2)", "[3]" or "**".</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string mark)
    {
        ReadOnlySpan<char> inner = text.Trim();
        if (inner is ['(', .. var round, ')'])
        {
            inner = round;
        }
        else if (inner is ['[', .. var square, ']'])
        {
            inner = square;
        }

        bool isMark = inner.Length is > 0 and <= MaxLength
            && (inner.IndexOfAnyExceptInRange('0', '9') < 0 || inner.IndexOfAnyExcept('*') < 0);
        mark = isMark ? inner.ToString() : "";

        return isMark;
    }

    /// <summary>Whether the raised figure belongs to a unit of length: m², km³.</summary>
    public static bool IsExponent(string mark, StringBuilder before)
    {
        if (mark is not ("2" or "3") || before.Length == 0 || before[^1] != 'm')
        {
            return false;
        }

        int start = before.Length - 1;
        if (start > 0 && before[start - 1] is 'k' or 'c' or 'd' or 'm')
        {
            start--;
        }

        return start == 0 || !char.IsLetter(before[start - 1]);
    }
}
