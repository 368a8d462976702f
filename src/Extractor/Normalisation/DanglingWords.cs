using System.Collections.Frozen;
using Extractor.Models;

namespace Extractor.Normalisation;

/// <summary>Words such as "của" and "tại" that never end a phrase: what stands behind them goes on with it.</summary>
internal static class DanglingWords
{
    private const string File = "text_table_words.csv";

    private static readonly FrozenSet<string> Words = Load();

    /// <summary>Whether a word, compared without case, never ends a phrase.</summary>
    public static bool Contains(string word) => Words.Contains(word);

    private static FrozenSet<string> Load()
    {
        using Stream stream = typeof(DanglingWords).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidDataException($"The assembly lacks {File}.");
        using var reader = new StreamReader(stream);
        return CsvTable.Read(reader.ReadToEnd()).Where(static row => row["kind"] == "dangling").Select(static row => row["words"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
