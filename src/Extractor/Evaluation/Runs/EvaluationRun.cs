using System.Collections.Immutable;
using System.Globalization;
using Extractor.Evaluation.Reliability;
using Extractor.Models;

namespace Extractor.Evaluation.Runs;

/// <summary>
/// Compares any number of results with their transcriptions. It keeps counts and the worst cases, so that its size does not grow with the reports.
/// </summary>
public sealed class EvaluationRun
{
    private const int MostListed = 1000;
    private const double UpperFrom = 0.9;

    private readonly RenderingTally _overall = new();
    private readonly SortedDictionary<string, RenderingTally> _renderings = new(StringComparer.Ordinal);
    private readonly ReliabilityTally _bins = new();
    private readonly ReliabilityTally _upperBins = new(UpperFrom);
    private readonly SliceTallies _slices = new();
    private readonly SortedDictionary<DifferenceKind, WorstKept<Difference>> _differences = [];
    private readonly WorstKept<ComparedFile> _files = new(MostListed);
    private readonly WorstKept<FailedFile> _failures = new(MostListed);
    private Share _foreignRows;

    /// <summary>Compares a result.</summary>
    /// <param name="name">File the result was read from.</param>
    /// <param name="rendering">Ending that tells renderings of a report apart, such as ".browser.pdf".</param>
    /// <param name="expected">What is true.</param>
    /// <param name="actual">The result.</param>
    /// <returns>How this result compares.</returns>
    public ReportScore Add(string name, string rendering, GoldReport expected, ExtractionResult actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        ReportScore score = ReportScorer.Score(expected, actual);
        _overall.Add(score);
        (_renderings.TryGetValue(rendering, out RenderingTally? tally) ? tally : _renderings[rendering] = new RenderingTally()).Add(score);
        _slices.Add(expected.Id, actual, score);
        foreach (FieldJudgement field in score.Fields.Where(f => f.Status == FieldStatus.Reported))
        {
            _bins.Add(field.Confidence, field.IsRight);
            _upperBins.Add(field.Confidence, field.IsRight);
        }

        foreach (Difference difference in IsNothingRead(score) ? [NothingRead(score)] : score.Differences)
        {
            Keep(difference with { Report = name });
        }

        _foreignRows = _foreignRows.Add(score.ForeignRows);
        _files.Add(new ComparedFile(name, score.WithoutCases(), score.Differences.Length), score.Differences.Length);
        return score;
    }

    /// <summary>Notes a file that gave no result.</summary>
    public void AddFailure(string name, string code, LocalText reason) => _failures.Add(new FailedFile(name, code, reason), 0);

    /// <summary>The figures of everything compared so far.</summary>
    public EvaluationSummary Summarise() => new()
    {
        Overall = _overall.Summarise(""),
        Renderings = [.. _renderings.Select(r => r.Value.Summarise(r.Key))],
        Bins = _bins.Describe(),
        UpperBins = _upperBins.Describe(),
        RiskCurve = _overall.Ranking.RiskCurve(),
        Slices = _slices.Summarise(),
        ForeignRows = _foreignRows,
        Differences = [.. _differences.SelectMany(kind => kind.Value.Describe())],
        DifferenceCounts = _differences.ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Value.Count),
        Files = _files.Describe(),
        Failures = _failures.Describe(),
        FailureCount = _failures.Count,
    };

    private static bool IsNothingRead(ReportScore score) => score is { Rows: > 0, RowsFound: 0 } && score.Fields.IsEmpty;

    private static Difference NothingRead(ReportScore score) =>
        new(DifferenceKind.NothingRead, "", score.Rows.ToString(CultureInfo.InvariantCulture), "0");

    // A wrong value is the worse the surer the result was of it: nobody would look at it.
    private void Keep(Difference difference)
    {
        if (!_differences.TryGetValue(difference.Kind, out WorstKept<Difference>? kept))
        {
            kept = _differences[difference.Kind] = new WorstKept<Difference>(MostListed);
        }

        kept.Add(difference, difference.Confidence?.Value ?? 0);
    }
}
