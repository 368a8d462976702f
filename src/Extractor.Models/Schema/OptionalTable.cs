namespace Extractor.Models;

/// <summary>Reads a data file that a family need not have.</summary>
internal static class OptionalTable
{
    /// <summary>The rows of a file; none where there is no such file.</summary>
    public static List<IReadOnlyDictionary<string, string>> Read(Func<string, Stream?> open, string file)
    {
        using Stream? stream = open(file);
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        return CsvTable.Read(reader.ReadToEnd());
    }
}
