using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Evaluation;
using Extractor.Evaluation.Reliability;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>The figures as JSON, for comparing runs.</summary>
internal static class FiguresJson
{
    private const int MostPoints = 500;

    /// <summary>Writes all figures.</summary>
    public static byte[] Write(EvaluationSummary summary, UserLanguage language)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteRendering(json, "overall", summary.Overall);
            json.WriteStartObject("renderings");
            foreach (RenderingFigures rendering in summary.Renderings)
            {
                WriteRendering(json, rendering.Name, rendering);
            }

            json.WriteEndObject();
            json.WriteNumber("foreignRowsRecognised", summary.ForeignRows.Value);
            WriteAll(json, "slices", summary.Slices, slice => WriteSlice(json, slice));
            WriteAll(json, "reliability", summary.Bins, bin => WriteBin(json, bin));
            WriteAll(json, "reliabilityUpper", summary.UpperBins, bin => WriteBin(json, bin));
            WriteAll(json, "riskCoverage", RiskCurves.Thin(summary.RiskCurve, MostPoints), point => WritePoint(json, point));
            WriteDifferences(json, summary);
            json.WriteNumber("failed", summary.FailureCount);
            WriteAll(json, "failures", summary.Failures, failure =>
            {
                json.WriteString("file", failure.Name);
                json.WriteString("code", failure.Code);
                json.WriteString("message", failure.Reason.In(language));
            });
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, ImmutableArray<T> entries, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRendering(Utf8JsonWriter json, string name, RenderingFigures rendering)
    {
        ReportScore score = rendering.Score;
        json.WriteStartObject(name);
        json.WriteNumber("files", rendering.Files);
        json.WriteNumber("rowRecall", score.RowRecall);
        json.WriteNumber("rowsExtra", score.RowsExtra);
        json.WriteNumber("cellAccuracy", score.Cells.Value);
        json.WriteNumber("codeAccuracy", score.Codes.Value);
        json.WriteNumber("fieldPrecision", score.FieldPrecision.Value);
        json.WriteNumber("fieldRecall", score.FieldRecall.Value);
        json.WriteNumber("fieldF1", score.FieldF1);
        json.WriteNumber("narrativeRecall", score.Facts.Value);
        json.WriteNumber("metadataAccuracy", score.Head.Value);
        WriteFigures(json, rendering.Reliability);
        WriteOptional(json, "auroc", rendering.AreaUnderCurve);
        json.WriteNumber("untouched", rendering.Untouched?.Coverage ?? 0);
        WriteOptional(json, "untouchedThreshold", rendering.Untouched?.Threshold);
        json.WriteEndObject();
    }

    private static void WriteSlice(Utf8JsonWriter json, SliceFigures slice)
    {
        json.WriteString("dimension", JsonNamingPolicy.CamelCase.ConvertName(slice.Dimension.ToString()));
        json.WriteString("key", slice.Key);
        WriteFigures(json, slice.Figures);
        if (slice.IsCalibrated is { } isCalibrated)
        {
            json.WriteBoolean("calibrated", isCalibrated);
        }
        else
        {
            json.WriteNull("calibrated");
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, ReliabilityFigures figures)
    {
        json.WriteNumber("n", figures.Count);
        json.WriteNumber("right", figures.Right);
        json.WriteNumber("meanConfidence", figures.MeanConfidence);
        json.WriteNumber("ece", figures.ExpectedCalibrationError);
        json.WriteNumber("brier", figures.BrierScore);
    }

    private static void WriteBin(Utf8JsonWriter json, ReliabilityBin bin)
    {
        json.WriteNumber("from", Math.Round(bin.From, 4));
        json.WriteNumber("to", Math.Round(bin.To, 4));
        json.WriteNumber("n", bin.Count);
        json.WriteNumber("right", bin.Right);
        json.WriteNumber("meanConfidence", bin.MeanConfidence);
    }

    private static void WritePoint(Utf8JsonWriter json, RiskPoint point)
    {
        json.WriteNumber("threshold", point.Threshold);
        json.WriteNumber("coverage", point.Coverage);
        json.WriteNumber("n", point.Taken);
        json.WriteNumber("wrong", point.Wrong);
    }

    private static void WriteDifferences(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteStartObject("differenceCounts");
        foreach ((DifferenceKind kind, long count) in summary.DifferenceCounts)
        {
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), count);
        }

        json.WriteEndObject();
        WriteAll(json, "differences", summary.Differences, difference =>
        {
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(difference.Kind.ToString()));
            json.WriteString("file", difference.Report);
            json.WriteString("place", difference.Place);
            json.WriteString("part", difference.Part);
            json.WriteString("expected", difference.Expected);
            json.WriteString("got", difference.Got);
            WriteOptional(json, "confidence", difference.Confidence?.Value);
            json.WriteString("quote", difference.Quote);
            WriteOptional(json, "page", difference.Page);
        });
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
