using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Values;

namespace Extractor.Scoring;

/// <summary>Weighs the confidences of one report.</summary>
/// <param name="model">The calibrator.</param>
/// <param name="report">What the report as a whole says.</param>
/// <param name="observer">Sees the evidence of every field and foreign row; null if nobody learns from them.</param>
internal sealed class ConfidenceJudge(ConfidenceModel model, ReportTrust report, IConfidenceObserver? observer)
{
    /// <summary>The confidence of a field that a row of a table states.</summary>
    /// <param name="key">Code and item of the field.</param>
    /// <param name="choice">What the row was taken for.</param>
    /// <param name="reading">What its cell was read as.</param>
    /// <param name="witnesses">Other places and rules.</param>
    public ConfidenceExplanation OfRow((string Code, FieldItem? Item) key, RowChoice choice, CellReading reading, ConfidenceWitnesses witnesses)
    {
        bool areLost = choice.Signals.Any(s => s.Name == SignalName.ColumnsLost);
        return Explain(key, choice.Signals, new FieldEvidence(
            choice.Confidence.Value, reading.Confidence.Value, IsProse: false, reading.Status, !reading.Issues.IsEmpty, areLost, report.Around(choice.Row), report,
            witnesses));
    }

    /// <summary>The confidence of a field that a sentence states: one figure for what it states and how it was read.</summary>
    public ConfidenceExplanation OfProse((string Code, FieldItem? Item) key, double confidence, ConfidenceWitnesses witnesses) =>
        Explain(key, [], new FieldEvidence(1, confidence, IsProse: true, FieldStatus.Reported, IsOdd: false, AreColumnsLost: false, report.FormFit, report, witnesses));

    /// <summary>The confidence of a row: of its code as the mapping says, of its having none weighed with what surrounds it.</summary>
    public Confidence OfRow(RowChoice choice)
    {
        if (choice.Indicator is not null)
        {
            return choice.Confidence;
        }

        double nearby = report.Around(choice.Row);
        observer?.SeeForeign(choice.Row, ForeignSignal.Read(choice.Confidence.Value, nearby, report));
        return model.OfForeignRow(choice.Confidence.Value, nearby, report);
    }

    private ConfidenceExplanation Explain((string Code, FieldItem? Item) key, ImmutableArray<MappingSignal> mapping, FieldEvidence evidence)
    {
        observer?.SeeField(key.Code, key.Item, evidence);
        return model.Explain(evidence, mapping);
    }
}

/// <summary>Sees what confidences are weighed from, so that the weights can be fitted.</summary>
internal interface IConfidenceObserver
{
    /// <summary>Sees a field.</summary>
    void SeeField(string code, FieldItem? item, FieldEvidence evidence);

    /// <summary>Sees a row taken for none of the schema.</summary>
    void SeeForeign(StatisticalRow row, float[] signals);
}
