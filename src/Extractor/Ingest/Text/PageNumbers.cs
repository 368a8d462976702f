using System.Globalization;

namespace Extractor.Ingest.Text;

/// <summary>Takes page numbers out of a text: a number alone on the first or last line of a page that counts the pages.</summary>
internal static class PageNumbers
{
    /// <summary>Empties the lines that are page numbers.</summary>
    /// <returns>The numbers as printed.</returns>
    public static List<string> TakeOut(List<TextLine> lines)
    {
        var taken = new List<string>();
        int page = 1, last = -1;
        bool atTop = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsPage)
            {
                TakeIf(last, page);
                page++;
                atTop = true;
            }

            if (!lines[i].IsBlank)
            {
                last = atTop && TakeIf(i, page) ? -1 : i;
                atTop = false;
            }
        }

        if (page > 1)
        {
            TakeIf(last, page);
        }

        return taken;

        bool TakeIf(int line, int number)
        {
            if (line < 0 || !IsNumber(lines[line].Text, number))
            {
                return false;
            }

            taken.Add(lines[line].Text);
            lines[line] = lines[line] with { Raw = "", Text = "", Indent = 0, Trailing = 0 };
            return true;
        }
    }

    // "3", "- 3 -", "Trang 3"; reports often do not print or count the first page.
    private static bool IsNumber(string text, int page)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim("-– ");
        digits = digits.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase) ? digits[6..] : digits;
        int slash = digits.IndexOf('/');
        digits = slash > 0 ? digits[..slash] : digits;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && Math.Abs(number - page) <= 1;
    }
}
