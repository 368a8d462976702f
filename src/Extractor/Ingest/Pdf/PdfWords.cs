using System.Runtime.InteropServices;
using Extractor.Layout;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Turns the glyphs of a page into words.</summary>
internal static class PdfWords
{
    // An OCR layer below a picture was read by a machine, and nobody sees its mistakes.
    private const double InvisibleCertainty = 0.9;

    /// <summary>Words of the page in no particular order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="damage">Counts what the text layer has lost.</param>
    public static List<Word> Find(PdfPage page, ref TextDamage damage)
    {
        ReadOnlySpan<PdfGlyph> glyphs = CombiningMarks.Reorder(page.Glyphs.AsSpan());
        List<PdfFragment> fragments = FragmentFinder.Find(glyphs);
        FragmentJoiner.Join(fragments, glyphs);
        ReadOnlySpan<PdfFragment> all = CollectionsMarshal.AsSpan(fragments);
        var words = new List<Word>(all.Length);
        var letters = new GlyphText();
        for (int i = 0; i < all.Length; i++)
        {
            if (!all[i].IsLinked && !all[i].IsCopy)
            {
                words.Add(Build(glyphs, all, i, letters, ref damage));
            }
        }

        LetterSpacing.Join(words);
        FieldWords.Add(page, words);
        return words;
    }

    private static Word Build(
        ReadOnlySpan<PdfGlyph> glyphs, ReadOnlySpan<PdfFragment> fragments, int first, GlyphText letters, ref TextDamage damage)
    {
        PdfBox box = glyphs[fragments[first].First].Area;
        double x0 = box.Left;
        double y0 = box.Top;
        double x1 = box.Right;
        double y1 = box.Bottom;
        int count = 0;
        int bold = 0;
        int italic = 0;
        int lost = damage.Total;
        letters.Clear();
        for (int f = first; f >= 0; f = fragments[f].Next)
        {
            for (int i = fragments[f].First; i < fragments[f].End; i++)
            {
                ref readonly PdfGlyph glyph = ref glyphs[i];
                if ((glyph.Flags & PdfGlyphFlags.Clipped) != 0)
                {
                    continue;
                }

                letters.Add(glyph.Text, ref damage);
                x0 = Math.Min(x0, glyph.Area.Left);
                y0 = Math.Min(y0, glyph.Area.Top);
                x1 = Math.Max(x1, glyph.Area.Right);
                y1 = Math.Max(y1, glyph.Area.Bottom);
                count++;
                bold += glyph.Font.IsBold ? 1 : 0;
                italic += glyph.Font.IsItalic ? 1 : 0;
            }
        }

        damage.Words += damage.Total > lost ? 1 : 0;
        PdfFragment head = fragments[first];
        return new Word
        {
            Text = NfcText.Of(letters.Take()),
            Area = new Box(x0, y0, x1, y1),
            Baseline = head.Angle is 90 or 270 ? glyphs[head.First].BaselineX : glyphs[head.First].BaselineY,
            FontSize = head.Size,
            Angle = head.Angle,
            IsBold = bold * 2 > count,
            IsItalic = italic * 2 > count,
            IsStamp = (glyphs[head.First].Flags & PdfGlyphFlags.Stamp) != 0,
            Certainty = head.IsInvisible ? InvisibleCertainty : 1,
        };
    }
}
