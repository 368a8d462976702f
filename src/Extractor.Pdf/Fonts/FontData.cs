using System.Globalization;

namespace Extractor.Pdf.Fonts;

/// <summary>Reads the tables shipped as embedded files: sections in brackets, fields apart by blanks, # for comments.</summary>
internal static class FontData
{
    /// <summary>The lines of a file, each with the heading it stands under.</summary>
    public static IEnumerable<(string Heading, string[] Fields)> Lines(string file)
    {
        using Stream stream = typeof(FontData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly was built without its data file {file}.");
        using StreamReader reader = new(stream);
        string heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
                heading = line;
            else if (!line.StartsWith('#'))
                yield return (heading, line.Split(' '));
        }
    }

    public static int Number(string field) => int.Parse(field, NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static int Hex(ReadOnlySpan<char> field) => int.Parse(field, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
