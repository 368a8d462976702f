using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Scoring;

/// <summary>Lowers the confidence in rows whose table, and in figures whose place, the reader itself doubts.</summary>
internal static class ReadingTrust
{
    // A row that looks whole where columns were torn apart may still hold its neighbour's figure.
    private const double WhereColumnsAreLost = 0.5;

    // Of two cells that may hold a figure one does.
    private const double WhereTheCellIsDoubted = 0.5;

    /// <summary>The choices with what the warnings of the document leave of their confidence.</summary>
    public static ImmutableArray<RowChoice> Lower(ImmutableArray<RowChoice> choices, ImmutableArray<DocumentWarning> warnings) =>
        warnings.Any(w => w.Code == "text.columnsLost")
            ? [.. choices.Select(Lower)]
            : choices;

    /// <summary>The reading of a cell of which the reader is not sure that its text stands there.</summary>
    /// <param name="reading">What the text says.</param>
    /// <param name="doubt">Why it may not stand there.</param>
    public static CellReading Lower(CellReading reading, LocalText doubt) => reading with
    {
        Confidence = new Confidence(reading.Confidence.Value * WhereTheCellIsDoubted),
        Issues = reading.Issues.Add(ReadingIssues.OtherCell(doubt)),
    };

    private static RowChoice Lower(RowChoice choice) => choice with
    {
        Confidence = new Confidence(choice.Confidence.Value * WhereColumnsAreLost),
        Signals = choice.Signals.Add(new MappingSignal(SignalName.ColumnsLost, WhereColumnsAreLost)),
    };
}
