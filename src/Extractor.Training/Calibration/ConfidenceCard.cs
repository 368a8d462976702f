using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Evaluation;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Figures;

namespace Extractor.Training.Calibration;

/// <summary>Writes what a confidence model was made of and how good it is, for people.</summary>
internal static class ConfidenceCard
{
    private const int FewestOfSlice = 300;

    /// <summary>The card of a training in Markdown; the same for the same training.</summary>
    public static string Write(ConfidenceTraining training)
    {
        var card = new StringBuilder();
        ImmutableArray<FieldCase> all = [.. training.Judged.SelectMany(j => j)];
        ImmutableArray<FieldCase> figures = [.. all.Where(c => c.Kind == CaseKind.Figure)];
        Line(card, $"# Confidence model");
        Line(card, $"");
        Line(card, $"Made by `extractor train`; do not edit. Signal version {ConfidenceModel.CurrentSignalVersion}, training data `{training.Model.TrainingData}`.");
        Line(card, $"");
        Line(card, $"## What it is");
        Line(card, $"");
        Line(card, $"Logistic regressions with sign constraints over what mapping, reading, other places, rules and the report as a whole say of a field. Fitted on invented reports");
        Line(card, $"on the labelled forms, printed as .docx, .pdf and .txt, some mistyped, some misread as from scans, some with figures moved to their neighbours' rows, and read the");
        Line(card, $"whole way by a mapping model that had not seen the form. Weights of figures of the prose are set by hand: the invented reports have too few of them.");
        Line(card, $"");
        Line(card, $"## Fields of Word files on forms left out (reports not damaged)");
        Line(card, $"");
        Line(card, $"| form | rows found | cells | codes | field F1 |");
        Line(card, $"|---|--:|--:|--:|--:|");
        ReportScore total = new();
        foreach (FormOutcome form in training.Forms)
        {
            Score(card, form.Form, form.Word);
            total = total.Add(form.Word);
        }

        Score(card, "all", total);
        Line(card, $"");
        Line(card, $"## Confidences on forms left out of every fit");
        Line(card, $"");
        Line(card, $"\"Before\" is the confidence of the model in force when this one was fitted. Untouched: largest share, surest first, of which 99.9 % are right.");
        Line(card, $"");
        Line(card, $"| slice | fields | right | ECE before | ECE | AUROC before | AUROC | untouched before | untouched |");
        Line(card, $"|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        Row(card, "all fields", [.. all.Where(c => c.Kind != CaseKind.Foreign)]);
        Row(card, "all figures", figures);
        Row(card, "figures, not damaged", [.. figures.Where(c => !c.IsDamaged)]);
        Row(card, "figures, damaged", [.. figures.Where(c => c.IsDamaged)]);
        foreach (IGrouping<string, FieldCase> slice in figures.GroupBy(c => $"figures of {c.Format}").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(card, slice.Key, [.. slice]);
        }

        Row(card, "figures of Docx, not damaged", [.. figures.Where(c => c is { Format: FileFormat.Docx, IsDamaged: false })]);
        foreach (IGrouping<ValueKind, FieldCase> slice in figures.GroupBy(c => c.Value).Where(g => g.Count() >= FewestOfSlice).OrderBy(g => g.Key))
        {
            Row(card, $"figures, kind {slice.Key}", [.. slice]);
        }

        Row(card, "figures with a broken rule", [.. figures.Where(c => c.Signals[FieldSignal.Holding + 1] > 0)]);
        Row(card, "figures with a rule that holds", [.. figures.Where(c => c.Signals[FieldSignal.Holding] > 0)]);
        Row(card, "cells without a figure", [.. all.Where(c => c.Kind == CaseKind.Empty)]);
        Row(card, "figures of the prose", [.. all.Where(c => c.Kind == CaseKind.Prose)]);
        Row(card, "rows taken for none of the schema", [.. all.Where(c => c.Kind == CaseKind.Foreign)]);
        WriteWeights(card, training.Model);
        Line(card, $"## Limits");
        Line(card, $"");
        Line(card, $"Damage is invented: digits that look alike, letters for digits, lost cells and marks, torn columns. A silently misread digit in an otherwise clean scan that no rule");
        Line(card, $"covers cannot be told by anybody. Synonyms of the family were written with some of the forms in view, so expect somewhat less on a new form.");
        return card.ToString();
    }

    private static void WriteWeights(StringBuilder card, ConfidenceModel model)
    {
        Line(card, $"");
        Line(card, $"## Weights");
        Line(card, $"");
        Line(card, $"| signal | may | figure | empty | prose |");
        Line(card, $"|---|---|--:|--:|--:|");
        for (int i = 0; i < FieldSignal.Count; i++)
        {
            FeatureDefinition signal = FieldSignal.Definitions[i];
            Line(card, $"| {signal.Name} | {(signal.Sign > 0 ? "raise" : signal.Sign < 0 ? "lower" : "both")} | {model.OfFigure[i]:0.000} | {model.OfEmpty[i]:0.000} | {model.OfProse[i]:0.000} |");
        }

        Line(card, $"");
        Line(card, $"Rows taken for none: {string.Join(", ", ForeignSignal.Definitions.Zip(model.OfForeign, (d, w) => string.Create(CultureInfo.InvariantCulture, $"{d.Name} {w:0.000}")))}.");
        Line(card, $"");
    }

    private static void Score(StringBuilder card, string name, ReportScore score) =>
        Line(card, $"| {name} | {score.RowRecall:0.000} | {score.Cells.Value:0.0000} | {score.Codes.Value:0.000} | {score.FieldF1:0.000} |");

    private static void Row(StringBuilder card, string name, IReadOnlyCollection<FieldCase> cases)
    {
        if (cases.Count == 0)
        {
            return;
        }

        var before = CalibrationFigures.Of(cases.Select(c => (c.Before, c.IsRight)));
        var now = CalibrationFigures.Of(cases.Select(c => (c.Confidence, c.IsRight)));
        Line(card, $"| {name} | {now.Count} | {now.Accuracy:0.000} | {before.ExpectedCalibrationError:0.000} | {now.ExpectedCalibrationError:0.000} | {before.Auroc:0.000} | {now.Auroc:0.000} | {before.Untouched:0.000} | {now.Untouched:0.000} |");
    }

    private static void Line(StringBuilder card, FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
