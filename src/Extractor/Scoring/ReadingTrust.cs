using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>Lowers the confidence in rows whose table the reader itself doubts.</summary>
internal static class ReadingTrust
{
    // A row that looks whole where columns were torn apart may still hold its neighbour's figure.
    private const double WhereColumnsAreLost = 0.5;

    /// <summary>The choices with what the warnings of the document leave of their confidence.</summary>
    public static ImmutableArray<RowChoice> Lower(ImmutableArray<RowChoice> choices, ImmutableArray<DocumentWarning> warnings) =>
        warnings.Any(w => w.Code == "text.columnsLost")
            ? [.. choices.Select(Lower)]
            : choices;

    private static RowChoice Lower(RowChoice choice) => choice with
    {
        Confidence = new Confidence(choice.Confidence.Value * WhereColumnsAreLost),
        Signals = choice.Signals.Add(new MappingSignal(SignalName.ColumnsLost, WhereColumnsAreLost)),
    };
}
