namespace Extractor.Pdf.Fonts;

/// <summary>The encodings of ISO 32000-2, annex D: which glyph name each of the 256 codes has.</summary>
internal static class BaseEncoding
{
    private static readonly Lazy<Dictionary<string, string?[]>> Tables = new(Load);

    public static string?[] Standard => Tables.Value["[StandardEncoding]"];

    public static string?[] WinAnsi => Tables.Value["[WinAnsiEncoding]"];

    public static string?[] Symbol => Tables.Value["[Symbol]"];

    public static string?[] ZapfDingbats => Tables.Value["[ZapfDingbats]"];

    /// <summary>The table of an /Encoding or /BaseEncoding name, or null for any other name.</summary>
    public static string?[]? Find(string? name) => name is null ? null : Tables.Value.GetValueOrDefault($"[{name}]");

    private static Dictionary<string, string?[]> Load()
    {
        Dictionary<string, string?[]> tables = new(StringComparer.Ordinal);
        foreach ((string heading, string[] fields) in FontData.Lines("encodings.txt"))
        {
            if (!tables.TryGetValue(heading, out string?[]? table))
                tables.Add(heading, table = new string?[256]);
            fields.AsSpan(1).CopyTo(table.AsSpan(FontData.Number(fields[0]))!);
        }

        return tables;
    }
}
