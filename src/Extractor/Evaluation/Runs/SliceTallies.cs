using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extractor.Evaluation.Reliability;
using Extractor.Models;

namespace Extractor.Evaluation.Runs;

/// <summary>Counts cases by everything they are told apart by.</summary>
internal sealed class SliceTallies
{
    // A folder can hold any number of reports; the slices of those beyond are one.
    private const int MostKeys = 1000;

    private static readonly double[] BandEdges = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1];

    private readonly Dictionary<(SliceDimension Dimension, string Key), ReliabilityTally> _tallies = [];
    private readonly int[] _keys = new int[Enum.GetValues<SliceDimension>().Length];

    /// <summary>Counts the cases of a report.</summary>
    public void Add(string report, ExtractionResult result, ReportScore score)
    {
        string format = Word(result.Document.Format);
        foreach (FieldJudgement field in score.Fields)
        {
            Count(SliceDimension.Status, Word(field.Status), field.Confidence, field.IsRight);
            if (field.Status != FieldStatus.Reported)
            {
                continue;
            }

            Count(SliceDimension.Format, format, field.Confidence, field.IsRight);
            Count(SliceDimension.Family, result.Schema.Family, field.Confidence, field.IsRight);
            Count(SliceDimension.Kind, Word(field.Kind), field.Confidence, field.IsRight);
            Count(SliceDimension.Source, field.Source is { } source ? Word(source) : "none", field.Confidence, field.IsRight);
            Count(SliceDimension.ConfidenceBand, BandOf(field.Confidence), field.Confidence, field.IsRight);
            Count(SliceDimension.Report, report, field.Confidence, field.IsRight);
        }

        foreach (RowJudgement row in score.RowJudgements)
        {
            Count(SliceDimension.Rows, row.IsForeign ? "foreign" : "mapped", row.Confidence, row.IsRight);
        }
    }

    /// <summary>The slices by dimension; within one the keys in ordinal order, reports by their error.</summary>
    public ImmutableArray<SliceFigures> Summarise() =>
    [
        .. _tallies
            .Select(t => new SliceFigures(t.Key.Dimension, t.Key.Key, t.Value.Summarise()))
            .OrderBy(s => s.Dimension)
            .ThenByDescending(s => s.Dimension == SliceDimension.Report ? s.Figures.ExpectedCalibrationError : 0)
            .ThenBy(s => s.Key, StringComparer.Ordinal),
    ];

    private void Count(SliceDimension dimension, string key, double confidence, bool isRight)
    {
        if (!_tallies.TryGetValue((dimension, key), out ReliabilityTally? tally))
        {
            key = _keys[(int)dimension] < MostKeys ? key : "";
            if (!_tallies.TryGetValue((dimension, key), out tally))
            {
                _keys[(int)dimension]++;
                tally = _tallies[(dimension, key)] = new ReliabilityTally();
            }
        }

        tally.Add(confidence, isRight);
    }

    private static string BandOf(double confidence)
    {
        int band = Array.FindLastIndex(BandEdges, BandEdges.Length - 2, edge => confidence >= edge);
        return string.Create(CultureInfo.InvariantCulture, $"{BandEdges[band]}–{BandEdges[band + 1]}");
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
