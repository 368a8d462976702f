using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Training.Figures;

namespace Extractor.Training.Learning;

/// <summary>Writes what a model was made of and how good it is, for people.</summary>
internal static class ModelCard
{
    /// <summary>The card of a training result in Markdown; the same for the same result.</summary>
    public static string Write(TrainingResult result, TrainingData data, TrainingOptions options)
    {
        var card = new StringBuilder();
        ImmutableArray<RowOutcome> all = [.. result.HeldOut.SelectMany(o => o)];
        Line(card, $"# Mapping model of the family {data.Schema.Family}");
        Line(card, $"");
        Line(card, $"Made by `extractor train --seed {options.Seed}`; do not edit. Feature version {result.Model.FeatureVersion}, training data `{result.Model.TrainingData}`.");
        Line(card, $"");
        Line(card, $"## What it is");
        Line(card, $"");
        Line(card, $"Two logistic regressions over the candidate readings of a row, \"none of the schema\" among them, with sign constraints: the first weighs what the row");
        Line(card, $"and the rows above it say, the second what the neighbours' choices say. A third one turns the leads of both passes into the probability of the choice being right.");
        Line(card, $"");
        Line(card, $"## Data");
        Line(card, $"");
        Line(card, $"{data.Forms.Length} labelled forms with {all.Length} rows, {all.Count(o => o.IsForeign)} of them none of the schema; {options.SyntheticTables} synthetic tables, down-weighted;");
        Line(card, $"{result.Model.MemoryOf(data.Schema.Family).Wordings.Length} wordings and {result.Model.MemoryOf(data.Schema.Family).Foreign.Length} foreign rows learned from the labelled forms. No personal data: labels, units, numbers of rows and codes.");
        Line(card, $"");
        Line(card, $"## Figures on forms left out");
        Line(card, $"");
        Line(card, $"Each form mapped by a model that saw nothing of its source (forms of one folder): neither rows nor labels nor aliases that only they support; confidences likewise.");
        Line(card, $"Synonyms and contrasts of the family were written by people who knew some of these forms, so expect less on a new one.");
        Line(card, $"");
        Line(card, $"| form | rows | right | foreign right | ECE | AUROC | untouched |");
        Line(card, $"|---|--:|--:|--:|--:|--:|--:|");
        foreach (ImmutableArray<RowOutcome> form in result.HeldOut)
        {
            Row(card, form[0].Form, form);
        }

        Row(card, "all", all);
        WriteSlices(card, all);
        WriteRisk(card, all);
        Line(card, $"## Limits");
        Line(card, $"");
        Line(card, $"Only Vietnamese administrative-reform reports were seen. Foreign rows that say almost what an indicator says are the commonest error, then rows whose");
        Line(card, $"label repeats in several places of the form. Confidences hold for forms like these; on another family they are a ranking, not probabilities.");
        return card.ToString();
    }

    private static void WriteSlices(StringBuilder card, ImmutableArray<RowOutcome> all)
    {
        Line(card, $"");
        Line(card, $"## Calibration by slice");
        Line(card, $"");
        Line(card, $"| slice | rows | right | foreign right | ECE | AUROC | untouched |");
        Line(card, $"|---|--:|--:|--:|--:|--:|--:|");
        Row(card, "taken for an indicator", [.. all.Where(o => o.Chosen is not null)]);
        Row(card, "taken for none", [.. all.Where(o => o.Chosen is null)]);
        Row(card, "with a figure", [.. all.Where(o => o.Row.Value.Text.Length > 0)]);
        Row(card, "without a figure", [.. all.Where(o => o.Row.Value.Text.Length == 0)]);
        Row(card, "short label (to 3 words)", [.. all.Where(o => o.Row.Label.Text.Split(' ').Length <= 3)]);
    }

    private static void WriteRisk(StringBuilder card, ImmutableArray<RowOutcome> all)
    {
        Line(card, $"");
        Line(card, $"## Risk and coverage");
        Line(card, $"");
        Line(card, $"| surest share of rows | wrong among them |");
        Line(card, $"|--:|--:|");
        RowOutcome[] ordered = [.. all.OrderByDescending(o => o.Confidence)];
        foreach (int percent in (ReadOnlySpan<int>)[50, 70, 80, 85, 90, 95, 100])
        {
            int taken = ordered.Length * percent / 100;
            Line(card, $"| {percent} % | {ordered.Take(taken).Count(o => !o.IsRight)} of {taken} |");
        }

        Line(card, $"");
    }

    private static void Row(StringBuilder card, string name, IReadOnlyCollection<RowOutcome> outcomes)
    {
        CalibrationFigures figures = CalibrationFigures.Of(outcomes.Select(o => (o.Confidence, o.IsRight)));
        Line(card, $"| {name} | {figures.Count} | {figures.Accuracy:0.000} | {outcomes.Count(o => o is { IsForeign: true, IsRight: true })}/{outcomes.Count(o => o.IsForeign)} | {figures.ExpectedCalibrationError:0.000} | {figures.Auroc:0.000} | {figures.Untouched:0.000} |");
    }

    private static void Line(StringBuilder card, FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
