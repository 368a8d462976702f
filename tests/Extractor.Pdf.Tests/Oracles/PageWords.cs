using System.Text;

namespace Extractor.Pdf.Tests.Oracles;

/// <summary>Words of a page for comparing with other readers: glyphs by baseline and place, cut at blanks and gaps.</summary>
internal static class PageWords
{
    private const double SameBaseline = 0.25;
    private const double LargestGap = 0.1;

    public static IEnumerable<string> Of(PdfPage page, bool withClipped = false)
    {
        IEnumerable<PdfGlyph> seen = page.Glyphs.Where(glyph => withClipped || (glyph.Flags & PdfGlyphFlags.Clipped) == 0);
        foreach (IGrouping<int, PdfGlyph> direction in seen.GroupBy(glyph => glyph.Angle))
        {
            double turn = direction.Key * Math.PI / 180;
            (double cos, double sin) = (Math.Cos(turn), Math.Sin(turn));
            List<Placed> placed = [.. direction.Select(glyph => Place(glyph, cos, sin))];
            foreach (string word in Lines(placed).SelectMany(Cut))
                yield return word.Normalize(NormalizationForm.FormC);
        }
    }

    private static Placed Place(in PdfGlyph glyph, double cos, double sin)
    {
        double along = (glyph.BaselineX * cos) + (glyph.BaselineY * sin);
        double across = (glyph.BaselineY * cos) - (glyph.BaselineX * sin);
        double advance = (Math.Abs(cos) * glyph.Area.Width) + (Math.Abs(sin) * glyph.Area.Height);
        return new Placed(glyph.Text, along, along + advance, across, glyph.FontSize);
    }

    private static List<List<Placed>> Lines(List<Placed> glyphs)
    {
        List<List<Placed>> lines = [];
        foreach (Placed glyph in glyphs.OrderBy(glyph => glyph.Across))
        {
            if (lines.Count == 0 || glyph.Across - lines[^1][^1].Across > SameBaseline * Math.Min(glyph.Size, lines[^1][^1].Size))
                lines.Add([]);
            lines[^1].Add(glyph);
        }

        // Raised marks stand on a baseline of their own, a little above the line they belong to.
        for (int i = lines.Count - 2; i >= 0; i--)
        {
            if (lines[i].All(mark => lines[i + 1].Any(glyph => IsRaised(mark, glyph))))
            {
                lines[i + 1].AddRange(lines[i]);
                lines.RemoveAt(i);
            }
        }

        return lines;
    }

    private static bool IsRaised(in Placed mark, in Placed glyph) =>
        mark.Size < 0.8 * glyph.Size && glyph.Across - mark.Across < 0.6 * glyph.Size && Math.Abs(mark.Start - glyph.End) < glyph.Size;

    private static IEnumerable<string> Cut(List<Placed> line)
    {
        StringBuilder word = new();
        double end = double.NegativeInfinity;
        foreach (Placed glyph in line.OrderBy(glyph => glyph.Start))
        {
            bool isBlank = string.IsNullOrWhiteSpace(glyph.Text);
            if (word.Length > 0 && (isBlank || glyph.Start - end > LargestGap * glyph.Size))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (!isBlank)
                word.Append(glyph.Text);
            end = Math.Max(end, glyph.End);
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private readonly record struct Placed(string Text, double Start, double End, double Across, double Size);
}
