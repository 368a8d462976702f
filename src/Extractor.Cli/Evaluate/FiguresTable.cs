using System.Globalization;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>The figures as Markdown tables on standard output.</summary>
internal sealed class FiguresTable(UserLanguage language)
{
    /// <summary>Figures by kind of file, and the slices whose confidences are not to be relied on.</summary>
    public void Write(TextWriter writer, EvaluationSummary summary)
    {
        writer.WriteLine("| | rows | extra | cells | codes | field F1 | facts | head | ECE | Brier | AUROC | ≥ 99.9 % |");
        writer.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (RenderingFigures figures in summary.Renderings)
        {
            WriteRow(writer, figures.Name, figures);
        }

        if (summary.Renderings.Length > 1)
        {
            WriteRow(writer, EvaluationTexts.Together.In(language), summary.Overall);
        }

        WriteSlices(writer, [.. summary.Slices.Where(s => s.IsCalibrated == false)]);
    }

    private static void WriteRow(TextWriter writer, string name, RenderingFigures figures) => writer.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {figures.Score.RowRecall:0.000} | {figures.Score.RowsExtra} | {figures.Score.Cells.Value:0.0000} | {figures.Score.Codes.Value:0.000} | {figures.Score.FieldF1:0.000} | {figures.Score.Facts.Value:0.000} | {figures.Score.Head.Value:0.000} | {figures.Reliability.ExpectedCalibrationError:0.000} | {figures.Reliability.BrierScore:0.0000} | {(figures.AreaUnderCurve is { } area ? area.ToString("0.000", CultureInfo.InvariantCulture) : "–")} | {figures.Untouched?.Coverage ?? 0:0.000} |"));

    private void WriteSlices(TextWriter writer, SliceFigures[] slices)
    {
        if (slices.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"| {EvaluationTexts.BadSlices.In(language)} | n | {EvaluationTexts.Right.In(language)} | {EvaluationTexts.MeanConfidence.In(language)} | ECE |");
        writer.WriteLine("|---|---|---|---|---|");
        foreach (SliceFigures slice in slices)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {SliceNames.Of(slice.Dimension).In(language)}: {SliceNames.Of(slice).In(language)} | {slice.Figures.Count} | {slice.Figures.Accuracy:0.000} | {slice.Figures.MeanConfidence:0.000} | {slice.Figures.ExpectedCalibrationError:0.000} |"));
        }
    }
}
