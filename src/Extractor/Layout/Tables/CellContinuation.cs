using System.Buffers;
using Extractor.Normalisation;

namespace Extractor.Layout;

/// <summary>How sure it is that a text at the top of a page goes on with a text at the bottom of the page before.</summary>
internal enum CellSupport
{
    /// <summary>It is a text of its own.</summary>
    Against,

    /// <summary>It looks like a text of its own.</summary>
    None,

    /// <summary>It may go on.</summary>
    Possible,

    /// <summary>It looks cut.</summary>
    Likely,

    /// <summary>It is cut: the line was full and the next word cannot start a text.</summary>
    Certain,
}

/// <summary>Judges whether the text of one cell goes on below a page break.</summary>
internal static class CellContinuation
{
    // "Có", "Không", "Đến": an answer or a heading of a word or two may end with any word.
    private const int FewWords = 2;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,/%-IVX");

    /// <summary>Judges two cells of one column; both have text.</summary>
    /// <param name="upper">The cell above the break.</param>
    /// <param name="lower">The cell below it.</param>
    /// <param name="isNamed">Whether the lower row has a text in the columns of numbers and names.</param>
    public static CellSupport Judge(DraftCell upper, PageCell lower, bool isNamed)
    {
        TextLine line = upper.Lines[^1];
        TextLine next = lower.Lines[0];
        string last = line.Words[^1].Text;
        string first = next.Words[0].Text;
        bool fits = LineJoiner.Fits(line, next, 0.2);
        if (lower.Lines.Count == 1 && next.Words.Count == 1 && first is "." or "," or ")" or "%" or ";")
        {
            return CellSupport.Certain;
        }

        if (IsNumber(lower.Lines))
        {
            return JudgeNumber(upper, lower, fits, isNamed);
        }

        bool isOpen = last[^1] is '=' or ',' or '(' or '-' or '/' || HasOpenBracket(upper.Lines)
            || (line.Words.Count > FewWords && DanglingWords.Contains(last));
        if (!isNamed)
        {
            return CellSupport.Likely;
        }

        if (ListMarker.Starts(next) && !isOpen)
        {
            return CellSupport.None;
        }

        if (first[0] == '(')
        {
            // A remark in brackets stands behind the name it explains, often on a line of its own.
            return CellSupport.Likely;
        }

        // Abbreviations are capital wherever they stand, so they say as little as small letters about where a text starts.
        bool isLower = char.IsLower(first[0]);
        bool goesOn = isLower || !char.IsLetter(first[0]) || (IsAbbreviation(first) && !IsCapitals(lower.Lines));
        if (fits)
        {
            return isOpen && goesOn ? CellSupport.Likely : isOpen || isLower ? CellSupport.Possible : CellSupport.None;
        }

        return isLower && !IsNumber(upper.Lines) ? CellSupport.Certain
            : goesOn || isOpen ? CellSupport.Likely
            : last[^1] is '.' or ';' ? CellSupport.None : CellSupport.Possible;
    }

    /// <summary>Whether the lines hold digits, signs and Roman digits only.</summary>
    public static bool IsNumber(List<TextLine> lines) =>
        lines.TrueForAll(static line => line.Words.TrueForAll(static word => !word.Text.AsSpan().ContainsAnyExcept(NumberCharacters)));

    private static CellSupport JudgeNumber(DraftCell upper, PageCell lower, bool fits, bool isNamed)
    {
        string last = upper.Lines[^1].Words[^1].Text;
        string first = lower.Lines[0].Words[0].Text;
        if (!IsNumber(upper.Lines))
        {
            bool asks = last[^1] is '=' or '/' or ':';
            return asks || (!isNamed && !fits) ? CellSupport.Likely : CellSupport.None;
        }

        // "3.2." and "6." of a narrow column are one number; "3.2." and "3.2.1" are two.
        bool isPiece = upper.Column == 0 && last[^1] == '.' && !fits && first.AsSpan(0, first.Length - 1).IndexOf('.') < 0
            && !RowNumbers.IsNext(last, first);
        return isPiece ? CellSupport.Possible : CellSupport.Against;
    }

    private static bool IsAbbreviation(string word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]);

    // A heading all in capitals starts a row.
    private static bool IsCapitals(List<TextLine> lines) =>
        lines.TrueForAll(static line => line.Words.TrueForAll(static word => !word.Text.AsSpan().ContainsAnyInRange('a', 'z')))
        && lines.Sum(static line => line.Words.Count) > 2;

    private static bool HasOpenBracket(List<TextLine> lines)
    {
        int depth = 0;
        foreach (TextLine line in lines)
        {
            foreach (Word word in line.Words)
            {
                depth += word.Text.AsSpan().Count('(') - word.Text.AsSpan().Count(')');
            }
        }

        return depth > 0;
    }
}
