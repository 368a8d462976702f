using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Training.Synthesis;

/// <summary>Rows of other fields of the administration, as offices add them to a form that does not ask for them.</summary>
internal static class ForeignVocabulary
{
    /// <summary>Labels with their units.</summary>
    public static ImmutableArray<(string Label, string Unit)> Rows { get; } = Read();

    private static ImmutableArray<(string, string)> Read()
    {
        using Stream stream = typeof(ForeignVocabulary).Assembly.GetManifestResourceStream("foreign_rows.csv")
            ?? throw new InvalidOperationException("foreign_rows.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. CsvTable.Read(reader.ReadToEnd()).Select(row => (row["label"], row["unit"]))];
    }
}
