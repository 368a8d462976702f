using Extractor.Pdf.Fonts;
using Extractor.Pdf.Pages;

namespace Extractor.Pdf.Content;

/// <summary>Places the codes of shown strings on the page (ISO 32000-2, 9.4.3 and 9.4.4).</summary>
internal sealed class TextPainter(GlyphBuffer glyphs)
{
    private const int InvisibleMode = 3;
    private const int ClipOnlyMode = 7;

    // A glyph is seen when its body from the baseline to about the x-height meets the clip. The box to the full ascent would not do:
    // LibreOffice clips a line that does not fit its cell, and the empty top of that line still reaches into the cell.
    private const double BodyShare = 0.6;

    private PdfMatrix _matrix = PdfMatrix.Identity;
    private PdfMatrix _line = PdfMatrix.Identity;

    public int UnmappedCount { get; private set; }

    public int SuspectCount { get; private set; }

    public void StartPage() => (UnmappedCount, SuspectCount) = (0, 0);

    /// <summary>BT, and Tm.</summary>
    public void SetMatrix(in PdfMatrix matrix) => _line = _matrix = matrix;

    /// <summary>Td.</summary>
    public void MoveLine(double x, double y)
    {
        (double e, double f) = _line.Apply(x, y);
        _line = _matrix = _line with { E = e, F = f };
    }

    /// <summary>A number of a TJ array: thousandths of the font size, against the direction of writing.</summary>
    public void Adjust(in TextState text, double thousandths)
    {
        double shift = -thousandths / 1000 * text.Size;
        if (text.Font is { IsVertical: true })
            Advance(0, shift);
        else
            Advance(shift * text.HorizontalScale, 0);
    }

    /// <summary>Tj.</summary>
    public void Show(in GraphicsState state, ReadOnlySpan<byte> bytes)
    {
        if (state.Text.Font is not { } font)
            return;

        PdfMatrix matrix = _matrix.Then(state.Transform);
        Placing placing = new(state, font, matrix);
        double x = 0;
        double y = 0;
        for (int at = 0; at < bytes.Length;)
        {
            FontGlyph glyph = font.Next(bytes, ref at, out bool isSpace);
            Add(placing, glyph, x, y, state.Clip);
            double spacing = state.Text.CharacterSpacing + (isSpace ? state.Text.WordSpacing : 0);
            if (font.IsVertical)
                y += (glyph.VerticalAdvance * state.Text.Size) + spacing;
            else
                x += ((glyph.Width * state.Text.Size) + spacing) * state.Text.HorizontalScale;
        }

        Advance(x, y);
    }

    private static bool IsOutside(in PdfBox body, in PdfBox clip) =>
        body.Right < clip.Left || body.Left > clip.Right || body.Bottom < clip.Top || body.Top > clip.Bottom;

    private void Advance(double x, double y)
    {
        (double e, double f) = _matrix.Apply(x, y);
        _matrix = _matrix with { E = e, F = f };
    }

    private void Add(in Placing placing, FontGlyph glyph, double x, double y, in PdfBox clip)
    {
        x -= glyph.VerticalOrigin.X * placing.Size;
        y += placing.Rise - (glyph.VerticalOrigin.Y * placing.Size);
        (double originX, double originY) = placing.Matrix.Apply(x, y);
        PdfBox area = placing.Matrix.Bounds(x, y + placing.Descent, x + (glyph.Width * placing.Width), y + placing.Ascent);
        PdfGlyphFlags flags = placing.Flags;
        if (glyph.IsUnmapped)
        {
            flags |= PdfGlyphFlags.Unmapped;
            UnmappedCount++;
        }

        if (IsOutside(placing.Matrix.Bounds(x, y, x + (glyph.Width * placing.Width), y + (placing.Ascent * BodyShare)), clip))
            flags |= PdfGlyphFlags.Clipped;
        SuspectCount += glyph.IsSuspect ? 1 : 0;
        if (double.IsFinite(originX + originY) && double.IsFinite(area.Width + area.Height))
            glyphs.Add(new PdfGlyph(glyph.Text, area, originX, originY, placing.FontSize, placing.Angle, placing.Info, flags));
    }

    /// <summary>What all glyphs of one string have in common.</summary>
    private readonly struct Placing
    {
        public Placing(in GraphicsState state, PdfFont font, in PdfMatrix matrix)
        {
            Matrix = matrix;
            Size = state.Text.Size;
            Width = Size * state.Text.HorizontalScale;
            Rise = state.Text.Rise;
            Ascent = font.Extent.Ascent * Size;
            Descent = font.Extent.Descent * Size;
            Info = font.Info;
            FontSize = Math.Abs(Size) * Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D));
            Angle = AngleOf(matrix, font.IsVertical, Width < 0);
            Flags = state.Text.RenderMode is InvisibleMode or ClipOnlyMode ? PdfGlyphFlags.Invisible : PdfGlyphFlags.None;
        }

        public PdfMatrix Matrix { get; }

        public double Size { get; }

        public double Width { get; }

        public double Rise { get; }

        public double Ascent { get; }

        public double Descent { get; }

        public double FontSize { get; }

        public int Angle { get; }

        public PdfFontInfo Info { get; }

        public PdfGlyphFlags Flags { get; }

        private static int AngleOf(in PdfMatrix matrix, bool isVertical, bool isBackwards)
        {
            (double x, double y) = isVertical ? (-matrix.C, -matrix.D) : (matrix.A, matrix.B);
            if (y == 0 && x > 0 && !isBackwards)
                return 0;
            double degrees = Math.Atan2(isBackwards ? -y : y, isBackwards ? -x : x) * (180 / Math.PI);
            return double.IsFinite(degrees) ? ((int)Math.Round(degrees) + 360) % 360 : 0;
        }
    }
}
