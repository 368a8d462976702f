using Extractor.Models;

namespace Extractor.Normalisation;

/// <summary>The data files inside this assembly, by file name.</summary>
internal static class EmbeddedTable
{
    /// <summary>Rows of a comma-separated file.</summary>
    /// <exception cref="InvalidOperationException">The build left the file out.</exception>
    public static List<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly has no data file '{file}'.");
        using var reader = new StreamReader(stream);
        return CsvTable.Read(reader.ReadToEnd());
    }
}
