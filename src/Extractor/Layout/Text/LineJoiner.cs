using System.Buffers;
using Extractor.Normalisation;

namespace Extractor.Layout;

/// <summary>What stands between two lines of one text.</summary>
internal enum LineJoint
{
    /// <summary>The line wrapped between two words.</summary>
    Space,

    /// <summary>The line wrapped inside a word or number.</summary>
    None,

    /// <summary>A new paragraph or list item starts.</summary>
    LineFeed,
}

/// <summary>Decides how the lines of a cell or paragraph are joined again.</summary>
internal static class LineJoiner
{
    // Word spaces are 0.2 to 0.3 of the font size; lines are set with the narrowest when a word is squeezed in.
    private const double Space = 0.25;

    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create(".,;:!?)%”»");

    /// <summary>Whether the next line's first word would have fitted behind this line, so that the break was meant.</summary>
    /// <param name="line">The upper line.</param>
    /// <param name="next">The lower line.</param>
    /// <param name="margin">What must be left over, as a share of the font size.</param>
    public static bool Fits(TextLine line, TextLine next, double margin) =>
        line.Width + ((Space + margin) * line.FontSize) + FirstWidth(next) < line.Room;

    /// <summary>Decides for two neighbouring lines of a cell.</summary>
    public static LineJoint Between(TextLine line, TextLine next, bool isNumbering)
    {
        if (isNumbering)
        {
            return LineJoint.None;
        }

        string last = line.Words[^1].Text;
        string first = next.Words[0].Text;
        if (BreaksToken(line, next, last, first))
        {
            return LineJoint.None;
        }

        if (ListMarker.Starts(next) && !ContinuesBeforeMarker(last) && !IsSum(line, next))
        {
            return LineJoint.LineFeed;
        }

        return Fits(line, next, 1) && EndsItem(last) ? LineJoint.LineFeed : LineJoint.Space;
    }

    /// <summary>Decides for two wrapped lines of a paragraph, where columns are wide and words whole.</summary>
    public static LineJoint Wrapped(TextLine line, TextLine next)
    {
        string last = line.Words[^1].Text;
        string first = next.Words[0].Text;
        return EndsInside(last, first) ? LineJoint.None : LineJoint.Space;
    }

    private static bool BreaksToken(TextLine line, TextLine next, string last, string first)
    {
        if (EndsInside(last, first) || IsClosing(first))
        {
            return true;
        }

        // A word is cut only where it fills its line to the last letter, and then it stands there alone.
        if (line.Room - line.Width >= FirstWidth(next) / first.Length * 1.15)
        {
            return false;
        }

        // Some styles cut words wherever the line ends: then the pieces are no syllables, but together they are one.
        if (line.Words.Count > 1)
        {
            return !VietnameseText.IsSyllable(last) && char.IsLetter(last[^1]) && VietnameseText.IsSyllable(last + first);
        }

        char left = last[^1];
        char right = first[0];
        if (char.IsAsciiDigit(left) || left is '.' or ',')
        {
            return char.IsAsciiDigit(right) || right is '.' or ',' or '%' or '/';
        }

        return char.IsLetter(left) && char.IsLetter(right)
            && !(VietnameseText.IsSyllable(last) && VietnameseText.IsSyllable(Letters(first)));
    }

    // "71-" + "KH/TU", "hành/" + "tham", "2016-" + "2020": lines may be broken behind a hyphen or slash.
    private static bool EndsInside(string last, string first) =>
        last.Length > 1 && last[^1] is '-' or '/' && char.IsLetterOrDigit(last[^2]) && char.IsLetterOrDigit(first[0]);

    private static bool IsClosing(string word) => !word.AsSpan().ContainsAnyExcept(ClosingMarks) && word != "%";

    private static bool ContinuesBeforeMarker(string last) => last[^1] is '=' or '(' or '/' or '+';

    // "8 - 3" broken before its sign is no list.
    private static bool IsSum(TextLine line, TextLine next) =>
        ListMarker.IsBullet(next.Words[0].Text) && char.IsAsciiDigit(line.Words[^1].Text[^1])
        && next.Words.Count == 2 && char.IsAsciiDigit(next.Words[1].Text[0]);

    private static bool EndsItem(string last) => last[^1] is ';' or '.' or ':';

    private static ReadOnlySpan<char> Letters(string word)
    {
        int end = 0;
        while (end < word.Length && char.IsLetter(word[end]))
        {
            end++;
        }

        return word.AsSpan(0, end);
    }

    private static double FirstWidth(TextLine line) => line.Words[0].Area.Width;
}
