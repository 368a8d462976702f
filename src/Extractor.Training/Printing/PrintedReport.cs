using System.Collections.Immutable;
using Extractor.Evaluation;

namespace Extractor.Training.Printing;

/// <summary>A made-up report on a labelled form: what it prints and what is true of it.</summary>
/// <param name="Gold">What a right result says.</param>
/// <param name="Title">Lines of the title.</param>
/// <param name="Prose">Paragraphs before the tables.</param>
/// <param name="Tables">The tables with the lines above them; their rows together are those of the transcription, as damage has left them.</param>
/// <param name="Layout">How the tables are set.</param>
internal sealed record PrintedReport(
    GoldReport Gold, ImmutableArray<string> Title, ImmutableArray<string> Prose, ImmutableArray<PrintedTable> Tables, TableLayout Layout);

/// <summary>A table of such a report.</summary>
/// <param name="Caption">Line above it; empty if there is none.</param>
/// <param name="Rows">Its rows as printed.</param>
internal sealed record PrintedTable(string Caption, ImmutableArray<PrintedRow> Rows);

/// <summary>A row as printed.</summary>
internal readonly record struct PrintedRow(string Stt, string Group, string Label, string Unit, string Value, string Note)
{
    /// <summary>The row of a transcription.</summary>
    public static PrintedRow Of(GoldRow row) => new(row.Stt, row.Group, row.Label, row.Unit, row.Value, row.Note);
}
