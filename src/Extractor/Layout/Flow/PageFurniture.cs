using System.Collections.Frozen;
using System.Globalization;

namespace Extractor.Layout;

/// <summary>Finds page numbers and texts that pages repeat at their upper and lower edge.</summary>
internal static class PageFurniture
{
    // Running heads and feet are one or two lines.
    private const int LinesAtEdge = 2;

    // Share of the page height in which furniture stands.
    private const double EdgeShare = 0.12;

    private const double PositionTolerance = 6;

    // Margins set furniture off from the body by more than lines of one text are apart.
    private const double BlockGap = 1.6;

    private static readonly FrozenSet<string> PageWords =
        FrozenSet.ToFrozenSet(["Trang", "trang", "số", "thứ", "trên", "tổng", "Tr", "tr", "Page", "page", "of"], StringComparer.Ordinal);

    /// <summary>Takes the furniture out of the pages' lines.</summary>
    /// <returns>What was taken, in page order.</returns>
    public static List<TextLine> Take(IReadOnlyList<PageLayout> pages)
    {
        var candidates = new List<(PageLayout Page, TextLine Line, string Key)>();
        foreach (PageLayout page in pages)
        {
            foreach (TextLine line in AtEdge(page, isTop: true).Union(AtEdge(page, isTop: false)))
            {
                candidates.Add((page, line, Key(line)));
            }
        }

        var furniture = new List<TextLine>();
        foreach (var group in candidates.GroupBy(static c => c.Key, StringComparer.Ordinal))
        {
            List<(PageLayout Page, TextLine Line, string Key)> lines = [.. group];
            foreach ((PageLayout page, TextLine line, string key) in lines)
            {
                bool isPageNumber = IsPageNumber(key) && IsNumbered(page, line, lines);
                if (isPageNumber || IsRepeated(page, line, lines, pages.Count))
                {
                    furniture.Add(line);
                }
            }
        }

        var taken = furniture.ToHashSet();
        foreach (PageLayout page in pages)
        {
            page.Lines.RemoveAll(taken.Contains);
        }

        furniture.Sort(static (a, b) => a.Page != b.Page ? a.Page.CompareTo(b.Page) : a.Baseline.CompareTo(b.Baseline));
        return furniture;
    }

    // The outermost block of lines, if it is as short as furniture, stands in the margin and is set off from the body.
    private static List<TextLine> AtEdge(PageLayout page, bool isTop)
    {
        var block = new List<TextLine>();
        for (int i = 0; i < page.Lines.Count; i++)
        {
            TextLine line = page.Lines[isTop ? i : page.Lines.Count - 1 - i];
            if (block.Count > 0 && Math.Abs(line.Baseline - block[^1].Baseline) > BlockGap * line.FontSize)
            {
                return block;
            }

            // The heading of a table without rules is repeated on each page, too.
            if (block.Count == LinesAtEdge || !IsInMargin(page, line, isTop) || AlignedTableFinder.IsHeading(line))
            {
                return [];
            }

            block.Add(line);
        }

        return block;
    }

    private static bool IsInMargin(PageLayout page, TextLine line, bool isTop) => isTop
        ? line.Baseline < EdgeShare * page.Height && page.Tables.TrueForAll(table => line.Baseline < table.Top)
        : line.Baseline > (1 - EdgeShare) * page.Height && page.Tables.TrueForAll(table => line.Baseline > table.Bottom);

    // The text with every run of digits made equal, so that "Trang 3/10" is the same on each page.
    private static string Key(TextLine line) => line.Words.Count == 1 && RomanNumber.Of(line.Words[0].Text.AsSpan().Trim("-()[].")) > 0 ? "#" : string.Join(' ', line.Words.Select(static word => MaskDigits(word.Text)));

    private static string MaskDigits(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return word;
        }

        Span<char> masked = stackalloc char[Math.Min(word.Length, 64)];
        int count = 0;
        foreach (char c in word.AsSpan(0, masked.Length))
        {
            char shown = char.IsAsciiDigit(c) ? '#' : c;
            if (shown != '#' || count == 0 || masked[count - 1] != '#')
            {
                masked[count++] = shown;
            }
        }

        return masked[..count].ToString();
    }

    // A number alone, between signs, or with the words for page and "of".
    private static bool IsPageNumber(string key)
    {
        int numbers = 0;
        foreach (Range part in key.AsSpan().SplitAny(" -–—~|/()[]."))
        {
            ReadOnlySpan<char> word = key.AsSpan(part).TrimEnd(':');
            if (word is "#")
            {
                numbers++;
            }
            else if (!word.IsEmpty && !PageWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return false;
            }
        }

        return numbers is 1 or 2;
    }

    private static bool IsNumbered(PageLayout page, TextLine line, List<(PageLayout Page, TextLine Line, string Key)> lines)
    {
        int offset = NumberOf(line) - page.Number;
        return offset == 0 || lines.Exists(other =>
            other.Page != page && NumberOf(other.Line) - other.Page.Number == offset
            && Math.Abs(other.Line.Baseline - line.Baseline) < PositionTolerance);
    }

    private static int NumberOf(TextLine line)
    {
        foreach (Word word in line.Words)
        {
            ReadOnlySpan<char> text = word.Text.AsSpan().Trim("-–—~|[]()./");
            if (RomanNumber.Of(text) is > 0 and var roman && line.Words.Count == 1)
            {
                return roman;
            }

            int slash = text.IndexOf('/');
            text = slash > 0 ? text[..slash] : text;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }
        }

        return int.MinValue / 2;
    }

    // Captions such as "Biểu mẫu 2" differ by a number only and are no furniture: numbers may differ where the text speaks of pages.
    private static bool IsSameText(TextLine line, TextLine other, string key) =>
        key.Contains("Trang", StringComparison.OrdinalIgnoreCase) || key.Contains("Page", StringComparison.OrdinalIgnoreCase)
        || line.Words.Select(static word => word.Text).SequenceEqual(other.Words.Select(static word => word.Text), StringComparer.Ordinal);

    // A text on most pages of a section of the document is no part of what it says.
    private static bool IsRepeated(PageLayout page, TextLine line, List<(PageLayout Page, TextLine Line, string Key)> lines, int pageCount)
    {
        int pages = 1;
        foreach ((PageLayout otherPage, TextLine other, string key) in lines)
        {
            if (otherPage != page && IsSameText(line, other, key) && Math.Abs(other.Baseline - line.Baseline) < PositionTolerance
                && Math.Abs(other.Left - line.Left) < PositionTolerance * 2)
            {
                pages++;
            }
        }

        return pages >= 3 && pages >= 0.4 * pageCount;
    }
}
