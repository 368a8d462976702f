namespace Extractor.Pdf.Fonts;

/// <summary>Glyph names that font formats refer to by number.</summary>
internal static class GlyphOrders
{
    private static readonly Lazy<Dictionary<string, string[]>> Tables = new(() =>
        FontData.Lines("glyphorders.txt").GroupBy(line => line.Heading, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(line => line.Fields).ToArray(), StringComparer.Ordinal));

    /// <summary>The 258 names of the "post" table.</summary>
    public static string[] Macintosh => Tables.Value["[Macintosh]"];

    /// <summary>The 391 strings every CFF program knows.</summary>
    public static string[] CompactFontStrings => Tables.Value["[CffStrings]"];

    /// <summary>String numbers of the predefined charsets 0 (ISOAdobe), 1 (Expert) and 2 (ExpertSubset).</summary>
    public static int[] PredefinedCharset(int number) => number switch
    {
        1 => [.. Tables.Value["[ExpertCharset]"].Select(FontData.Number)],
        2 => [.. Tables.Value["[ExpertSubsetCharset]"].Select(FontData.Number)],
        _ => [.. Enumerable.Range(0, 229)],
    };
}
