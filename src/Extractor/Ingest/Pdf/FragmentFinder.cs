using System.Globalization;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Cuts the glyphs of a page, in the order they are drawn, into fragments.</summary>
internal static class FragmentFinder
{
    /// <summary>Widest gap inside a word, as a share of the font size; the narrowest word space is about twice that.</summary>
    public const double WordGap = 0.1;

    // How far a glyph may step back into the one before it: kerning, not a new start.
    private const double BackStep = 0.3;

    private const double SkewedGap = 0.6;

    private const double BaselineTolerance = 0.12;

    /// <summary>Fragments in drawing order; spaces and what is not seen are left out.</summary>
    public static List<PdfFragment> Find(ReadOnlySpan<PdfGlyph> glyphs)
    {
        var fragments = new List<PdfFragment>(glyphs.Length / 4);
        var current = default(PdfFragment);
        bool isOpen = false;
        var space = default(PdfFragment);
        for (int i = 0; i < glyphs.Length; i++)
        {
            ref readonly PdfGlyph glyph = ref glyphs[i];
            if ((glyph.Flags & PdfGlyphFlags.Clipped) != 0 || glyph.Text.Length == 0)
            {
                continue;
            }

            if (IsSpace(glyph.Text))
            {
                // Behind a gap left for a letter of another font the space belongs to that letter.
                space = Measure(glyph, i);
                current.IsBeforeSpace = isOpen && IsBeside(current, space);
                Close(fragments, ref current, ref isOpen);
                continue;
            }

            PdfFragment one = Measure(glyph, i);
            if (isOpen && (IsMarkOn(glyph, one, current) || IsNext(one, current)))
            {
                if (IsSecondCopy(glyphs, i, one, current))
                {
                    continue;
                }

                current.End = i + 1;
                current.U1 = Math.Max(current.U1, one.U1);
                continue;
            }

            Close(fragments, ref current, ref isOpen);
            current = one;
            current.IsAfterSpace = IsBeside(space, one);
            isOpen = true;
            space = default;
        }

        Close(fragments, ref current, ref isOpen);
        return fragments;
    }

    private static bool IsBeside(in PdfFragment left, in PdfFragment right) =>
        left.Angle == right.Angle && Math.Abs(right.U0 - left.U1) <= 1.5 * WordGap * left.Size
        && Math.Abs(right.V - left.V) <= BaselineTolerance * left.Size;

    private static void Close(List<PdfFragment> fragments, ref PdfFragment current, ref bool isOpen)
    {
        if (isOpen)
        {
            fragments.Add(current);
        }

        current = default;
        isOpen = false;
    }

    private static PdfFragment Measure(in PdfGlyph glyph, int index)
    {
        PdfBox box = glyph.Area;
        int angle = RightAngle(glyph.Angle);
        (double u0, double u1, double v) = angle switch
        {
            90 => (box.Top, box.Bottom, -glyph.BaselineX),
            180 => (-box.Right, -box.Left, -glyph.BaselineY),
            270 => (-box.Bottom, -box.Top, glyph.BaselineX),
            0 => (box.Left, box.Right, glyph.BaselineY),
            _ => Skewed(glyph),
        };

        return new PdfFragment
        {
            First = index,
            End = index + 1,
            U0 = u0,
            U1 = u1,
            V = v,
            Size = Math.Max(glyph.FontSize, 0.1),
            Angle = angle,
            IsInvisible = (glyph.Flags & PdfGlyphFlags.Invisible) != 0,
            Next = -1,
        };
    }

    // Across the page the box tells little: letters are taken for half as wide as they are high.
    private static (double U0, double U1, double V) Skewed(in PdfGlyph glyph)
    {
        (double sin, double cos) = Math.SinCos(glyph.Angle * Math.PI / 180);
        double start = (glyph.BaselineX * cos) + (glyph.BaselineY * sin);
        return (start, start + (0.5 * glyph.FontSize), (glyph.BaselineY * cos) - (glyph.BaselineX * sin));
    }

    // A page that was scanned or set slightly askew still has upright text.
    private static int RightAngle(int angle)
    {
        int nearest = (angle + 45) / 90 * 90;
        return Math.Abs(angle - nearest) <= 5 ? nearest % 360 : angle;
    }

    private static bool IsNext(in PdfFragment glyph, in PdfFragment current)
    {
        double gap = glyph.U0 - current.U1;
        return glyph.Angle == current.Angle && glyph.IsInvisible == current.IsInvisible
            && Math.Abs(glyph.V - current.V) <= BaselineTolerance * current.Size
            && gap <= (glyph.Angle % 90 == 0 ? WordGap : SkewedGap) * current.Size
            && gap >= -(glyph.Angle % 90 == 0 ? BackStep : SkewedGap) * current.Size
            && glyph.Size < 1.3 * current.Size && current.Size < 1.3 * glyph.Size;
    }

    // A combining mark is drawn over the letter before it, often by stepping back.
    private static bool IsMarkOn(in PdfGlyph glyph, in PdfFragment one, in PdfFragment current) =>
        CharUnicodeInfo.GetUnicodeCategory(glyph.Text[0]) == UnicodeCategory.NonSpacingMark
        && one.Angle == current.Angle && Math.Abs(one.V - current.V) <= 0.5 * current.Size
        && one.U0 >= current.U0 - (0.5 * current.Size) && one.U0 <= current.U1 + (0.5 * current.Size);

    // Bold print is imitated by drawing each letter twice, a fraction of a point apart.
    private static bool IsSecondCopy(ReadOnlySpan<PdfGlyph> glyphs, int index, in PdfFragment one, in PdfFragment current)
    {
        ref readonly PdfGlyph last = ref glyphs[current.End - 1];
        return last.Text == glyphs[index].Text && one.U1 > one.U0
            && Math.Abs(Measure(last, index).U0 - one.U0) < 0.15 * current.Size;
    }

    private static bool IsSpace(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }
}
