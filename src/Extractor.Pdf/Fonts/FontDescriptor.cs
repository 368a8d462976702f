using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Name, style and extent of a font, from its dictionary and its descriptor (ISO 32000-2, 9.8).</summary>
internal static class FontDescriptor
{
    private const int Symbolic = 1 << 2;
    private const int Italic = 1 << 6;
    private const int ForceBold = 1 << 18;
    private const int SemiBold = 600;

    // Regular text faces have stems of 70 to 100, bold ones of 120 and more.
    private const double BoldStem = 125;

    public static PdfFontInfo Info(PdfDictionary font, PdfDictionary? descriptor, bool hasToUnicode)
    {
        string name = WithoutSubsetPrefix(font.GetName("BaseFont") ?? descriptor?.GetName("FontName") ?? font.GetName("Name") ?? "");
        int flags = descriptor?.GetInteger("Flags") ?? 0;
        bool isBold = (flags & ForceBold) != 0 || descriptor?.GetNumber("FontWeight") >= SemiBold
            || descriptor?.GetNumber("StemV") >= BoldStem || Says(name, "Bold") || Says(name, "Black") || Says(name, "Heavy");
        bool isItalic = (flags & Italic) != 0 || descriptor?.GetNumber("ItalicAngle") is not (null or 0)
            || Says(name, "Italic") || Says(name, "Oblique");
        return new PdfFontInfo(name, isBold, isItalic, hasToUnicode);
    }

    public static bool IsSymbolic(PdfDictionary? descriptor) => ((descriptor?.GetInteger("Flags") ?? 0) & Symbolic) != 0;

    /// <summary>Ascent and descent, from the box of all glyphs where the two are missing, within what is sane for a line of text.</summary>
    public static FontExtent Extent(PdfDictionary? descriptor, string name)
    {
        FontExtent usual = StandardFont.Find(name) is { } standard ? new(standard.Ascent, standard.Descent) : FontExtent.Usual;
        if (descriptor is null)
            return usual;

        PdfArray? box = descriptor.GetArray("FontBBox");
        double ascent = descriptor.GetNumber("Ascent") / 1000;
        double descent = -Math.Abs(descriptor.GetNumber("Descent")) / 1000;
        if (ascent is < 0.3 or > 1.4)
            ascent = box?.GetNumber(3) / 1000 is >= 0.5 and <= 1.4 and var top ? top : usual.Ascent;
        if (descent is < -0.6 or >= 0)
            descent = box?.GetNumber(1) / 1000 is >= -0.6 and < 0 and var bottom ? bottom : usual.Descent;
        return new FontExtent(Math.Min(ascent, 1.1), Math.Max(descent, -0.4));
    }

    /// <summary>"ABCDEF+Name" is a subset of "Name".</summary>
    internal static string WithoutSubsetPrefix(string name) =>
        name.Length > 7 && name[6] == '+' && !name.AsSpan(0, 6).ContainsAnyExceptInRange('A', 'Z') ? name[7..] : name;

    private static bool Says(string name, string style) => name.Contains(style, StringComparison.OrdinalIgnoreCase);
}
