using System.Globalization;

namespace Extractor.Pdf.Content;

/// <summary>Replaces the text of glyphs by the ActualText of the marked content they stand in.</summary>
internal static class ActualText
{
    private const double SameBaseline = 0.5;

    /// <summary>
    /// Gives the glyphs from <paramref name="first"/> on the text. Where it only repeats them they stay as they are, with their places; where it has
    /// as many characters as there are glyphs each gets one; otherwise one glyph as wide as those on its line carries it all.
    /// </summary>
    public static void Apply(GlyphBuffer buffer, int first, string text)
    {
        Span<PdfGlyph> glyphs = buffer.Span[Math.Min(first, buffer.Count)..];
        if (glyphs.IsEmpty || Repeats(glyphs, text))
            return;
        if (text.Length == 0)
        {
            buffer.CutTo(first);
            return;
        }

        int[] starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length == glyphs.Length)
            Distribute(glyphs, text, starts);
        else
            Gather(buffer, glyphs, first, text);
    }

    private static void Distribute(Span<PdfGlyph> glyphs, string text, int[] starts)
    {
        for (int i = 0; i < glyphs.Length; i++)
        {
            int end = i + 1 < starts.Length ? starts[i + 1] : text.Length;
            glyphs[i] = Replaced(glyphs[i], Fonts.SharedText.Of(text.AsSpan(starts[i], end - starts[i])), glyphs[i].Area);
        }
    }

    private static void Gather(GlyphBuffer buffer, Span<PdfGlyph> glyphs, int first, string text)
    {
        PdfGlyph head = glyphs[0];
        PdfBox area = head.Area;
        foreach (PdfGlyph glyph in glyphs)
        {
            if (Math.Abs(glyph.BaselineY - head.BaselineY) <= SameBaseline || head.Angle is 90 or 270)
                area = new PdfBox(
                    Math.Min(area.Left, glyph.Area.Left), Math.Min(area.Top, glyph.Area.Top),
                    Math.Max(area.Right, glyph.Area.Right), Math.Max(area.Bottom, glyph.Area.Bottom));
        }

        glyphs[0] = Replaced(head, text, area);
        buffer.CutTo(first + 1);
    }

    private static PdfGlyph Replaced(in PdfGlyph glyph, string text, in PdfBox area) =>
        glyph with { Text = text, Area = area, Flags = (glyph.Flags & ~PdfGlyphFlags.Unmapped) | PdfGlyphFlags.ActualText };

    private static bool Repeats(ReadOnlySpan<PdfGlyph> glyphs, ReadOnlySpan<char> text)
    {
        foreach (PdfGlyph glyph in glyphs)
        {
            foreach (char shown in glyph.Text)
            {
                if (char.IsWhiteSpace(shown))
                    continue;
                text = text.TrimStart();
                if (text.IsEmpty || text[0] != shown)
                    return false;
                text = text[1..];
            }
        }

        return text.Trim().IsEmpty;
    }
}
