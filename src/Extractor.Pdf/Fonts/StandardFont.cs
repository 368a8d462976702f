namespace Extractor.Pdf.Fonts;

/// <summary>Metrics of one of the 14 fonts every reader must know; files may leave out their widths.</summary>
internal sealed class StandardFont
{
    private static readonly Lazy<Dictionary<string, StandardFont>> Fonts = new(Load);
    private readonly Dictionary<string, int> _widths = new(StringComparer.Ordinal);

    private StandardFont(double ascent, double descent) => (Ascent, Descent) = (ascent, descent);

    /// <summary>Height above the baseline, as a part of the font size.</summary>
    public double Ascent { get; }

    /// <summary>Depth below the baseline, negative.</summary>
    public double Descent { get; }

    /// <summary>The metrics for a font name, which may be that of a common lookalike ("Arial,Bold", "TimesNewRomanPS-BoldMT").</summary>
    public static StandardFont? Find(string name) => CanonicalName(name) is { } known ? Fonts.Value[known] : null;

    /// <summary>Width in thousandths of the font size; null for a glyph the font has not.</summary>
    public double? Width(string glyphName)
    {
        if (_widths.Count == 0)
            return 600;
        return _widths.TryGetValue(glyphName, out int width) ? width : null;
    }

    /// <summary>Which standard font a name means, or null.</summary>
    internal static string? CanonicalName(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        bool isBold = Has("bold");
        bool isItalic = Has("italic") || Has("oblique");
        if (name.StartsWith("Courier", StringComparison.Ordinal))
            return "Courier";
        if (name.StartsWith("Helvetica", StringComparison.Ordinal) || name is "Arial" || name.StartsWith("Arial,", StringComparison.Ordinal)
            || name.StartsWith("Arial-", StringComparison.Ordinal) || name.StartsWith("ArialMT", StringComparison.Ordinal))
            return isBold ? "Helvetica-Bold" : "Helvetica";
        if (name.StartsWith("Times-", StringComparison.Ordinal) || name is "Times" || name.StartsWith("TimesNewRoman", StringComparison.Ordinal)
            || name.StartsWith("Times New Roman", StringComparison.Ordinal))
            return isBold ? (isItalic ? "Times-BoldItalic" : "Times-Bold") : (isItalic ? "Times-Italic" : "Times-Roman");
        return name is "Symbol" or "ZapfDingbats" ? name : null;
    }

    private static Dictionary<string, StandardFont> Load()
    {
        Dictionary<string, StandardFont> fonts = new(StringComparer.Ordinal) { ["Courier"] = new(0.629, -0.157) };
        foreach ((string heading, string[] fields) in FontData.Lines("standard14.txt"))
        {
            string name = heading.Trim('[', ']');
            if (!fonts.TryGetValue(name, out StandardFont? font))
            {
                // The first line under a heading holds ascent and descent.
                fonts.Add(name, new StandardFont(FontData.Number(fields[0]) / 1000.0, FontData.Number(fields[1]) / 1000.0));
                continue;
            }

            foreach (string glyph in fields.AsSpan(1))
                font._widths[glyph] = FontData.Number(fields[0]);
        }

        return fonts;
    }
}
