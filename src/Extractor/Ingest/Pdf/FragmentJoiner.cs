using System.Runtime.InteropServices;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>
/// Joins fragments of one baseline to words by position. LibreOffice draws letters of a fallback font after the line they belong to, so the
/// pieces of a word may lie far apart in the content.
/// </summary>
internal static class FragmentJoiner
{
    private const double BaselineTolerance = 0.12;

    // Pieces may overlap this much where the widths in the file are rounded.
    private const double Overlap = 0.2;

    /// <summary>Sorts the fragments, marks copies and links the pieces of each word.</summary>
    public static void Join(List<PdfFragment> fragments, ReadOnlySpan<PdfGlyph> glyphs)
    {
        fragments.Sort(static (a, b) => a.Angle != b.Angle ? a.Angle.CompareTo(b.Angle) : a.V.CompareTo(b.V));
        Span<PdfFragment> all = CollectionsMarshal.AsSpan(fragments);
        for (int start = 0; start < all.Length;)
        {
            int end = start + 1;
            while (end < all.Length && all[end].Angle == all[start].Angle
                && all[end].V - all[start].V <= BaselineTolerance * Math.Max(all[start].Size, all[end].Size))
            {
                end++;
            }

            Span<PdfFragment> line = all[start..end];
            line.Sort(static (a, b) => a.U0.CompareTo(b.U0));
            Link(line, start, glyphs);
            start = end;
        }
    }

    private static void Link(Span<PdfFragment> line, int offset, ReadOnlySpan<PdfGlyph> glyphs)
    {
        for (int i = 0; i < line.Length; i++)
        {
            ref PdfFragment left = ref line[i];
            if (left.IsCopy)
            {
                continue;
            }

            int best = -1;
            double least = double.MaxValue;
            for (int j = i + 1; j < line.Length && line[j].U0 - left.U1 <= FragmentFinder.WordGap * left.Size; j++)
            {
                ref PdfFragment right = ref line[j];
                if (IsCopyOf(left, right, glyphs))
                {
                    // What is seen counts more than the layer below it.
                    left.IsCopy = left.IsInvisible && !right.IsInvisible;
                    right.IsCopy = !left.IsCopy;
                    continue;
                }

                double gap = Math.Abs(right.U0 - left.U1);
                if (gap < least && CanFollow(left, right))
                {
                    best = j;
                    least = gap;
                }
            }

            if (best >= 0 && !left.IsCopy)
            {
                left.Next = offset + best;
                line[best].IsLinked = true;
            }
        }
    }

    private static bool CanFollow(in PdfFragment left, in PdfFragment right) =>
        !left.IsBeforeSpace && !right.IsAfterSpace && !right.IsLinked && !right.IsCopy
        && right.U0 >= left.U1 - (Overlap * left.Size) && right.U1 > left.U1
        && right.Size < 1.3 * left.Size && left.Size < 1.3 * right.Size;

    // Same letters in the same place: bold print imitated by drawing twice, or an invisible layer below visible text.
    private static bool IsCopyOf(in PdfFragment left, in PdfFragment right, ReadOnlySpan<PdfGlyph> glyphs)
    {
        double near = 0.15 * left.Size;
        int count = left.End - left.First;
        if (right.U0 - left.U0 >= near || Math.Abs(right.U1 - left.U1) >= near)
        {
            return false;
        }

        if (left.IsInvisible != right.IsInvisible)
        {
            return true;
        }

        if (right.End - right.First != count)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (glyphs[left.First + i].Text != glyphs[right.First + i].Text)
            {
                return false;
            }
        }

        return true;
    }
}
