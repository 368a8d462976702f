using System.Globalization;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>
/// Puts combining marks behind the letters they stand over. Where a font lacks a mark, the program draws it later from another font, often
/// when the line is finished.
/// </summary>
internal static class CombiningMarks
{
    // Marks are compared with every glyph of the page.
    private const long MaxComparisons = 20_000_000;

    /// <summary>The glyphs with marks in their places; the same glyphs where nothing is out of place.</summary>
    public static ReadOnlySpan<PdfGlyph> Reorder(ReadOnlySpan<PdfGlyph> glyphs)
    {
        List<int>? marks = null;
        for (int i = 0; i < glyphs.Length; i++)
        {
            if (IsMark(glyphs[i].Text) && (i == 0 || !StandsOver(glyphs[i], glyphs[i - 1])))
            {
                (marks ??= []).Add(i);
            }
        }

        if (marks is null || (long)marks.Count * glyphs.Length > MaxComparisons)
        {
            return glyphs;
        }

        var behind = new Dictionary<int, List<int>>();
        foreach (int mark in marks)
        {
            int letter = LetterOf(glyphs, mark);
            if (letter >= 0)
            {
                (behind.TryGetValue(letter, out List<int>? list) ? list : behind[letter] = []).Add(mark);
            }
        }

        HashSet<int> moved = [.. behind.Values.SelectMany(static list => list)];
        var ordered = new List<PdfGlyph>(glyphs.Length);
        for (int i = 0; i < glyphs.Length; i++)
        {
            if (moved.Contains(i))
            {
                continue;
            }

            ordered.Add(glyphs[i]);
            foreach (int mark in behind.GetValueOrDefault(i) ?? [])
            {
                ordered.Add(glyphs[mark]);
            }
        }

        return ordered.ToArray();
    }

    private static int LetterOf(ReadOnlySpan<PdfGlyph> glyphs, int mark)
    {
        int best = -1;
        double least = double.MaxValue;
        ref readonly PdfGlyph glyph = ref glyphs[mark];
        double x = (glyph.Area.Left + glyph.Area.Right) / 2;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ref readonly PdfGlyph letter = ref glyphs[i];
            if (i == mark || letter.Text.Length == 0 || !char.IsLetter(letter.Text[0]) || !StandsOver(glyph, letter))
            {
                continue;
            }

            // A mark without width is drawn over the letter it stands in, or to the left of where it stands.
            double offset = Math.Abs(x - ((letter.Area.Left + (2 * letter.Area.Right)) / 3));
            (best, least) = offset < least ? (i, offset) : (best, least);
        }

        return best;
    }

    private static bool IsMark(string text) =>
        text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.NonSpacingMark;

    private static bool StandsOver(in PdfGlyph mark, in PdfGlyph letter)
    {
        double x = (mark.Area.Left + mark.Area.Right) / 2;
        double reach = (IsMark(letter.Text) ? 0.4 : 0.2) * letter.FontSize;
        return mark.Angle == letter.Angle && Math.Abs(mark.BaselineY - letter.BaselineY) < 0.6 * letter.FontSize
            && x >= letter.Area.Left - reach && x <= letter.Area.Right + reach;
    }
}
