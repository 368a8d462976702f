using System.Collections.Immutable;
using Extractor.Evaluation.Reliability;
using Extractor.Models;

namespace Extractor.Evaluation.Runs;

/// <summary>Figures of all results that were compared with transcriptions.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Figures over everything.</summary>
    public required RenderingFigures Overall { get; init; }

    /// <summary>Figures by the ending of the file names, such as ".docx" and ".browser.pdf".</summary>
    public required ImmutableArray<RenderingFigures> Renderings { get; init; }

    /// <summary>Ten equal bins of confidence from 0 to 1.</summary>
    public required ImmutableArray<ReliabilityBin> Bins { get; init; }

    /// <summary>Ten equal bins from 0.9 to 1, where most confidences lie.</summary>
    public required ImmutableArray<ReliabilityBin> UpperBins { get; init; }

    /// <summary>Share that passes a threshold and how much of it is wrong, by falling threshold.</summary>
    public required ImmutableArray<RiskPoint> RiskCurve { get; init; }

    /// <summary>Figures of cases that have something in common.</summary>
    public required ImmutableArray<SliceFigures> Slices { get; init; }

    /// <summary>Rows of the transcriptions that are no indicator, and how many of them the results know as such.</summary>
    public required Share ForeignRows { get; init; }

    /// <summary>The worst differences by kind, wrong values by falling confidence; not more than a fixed number of each kind.</summary>
    public required ImmutableArray<Difference> Differences { get; init; }

    /// <summary>Number of differences by kind, those not listed included.</summary>
    public required ImmutableSortedDictionary<DifferenceKind, long> DifferenceCounts { get; init; }

    /// <summary>The files with most differences; not more than a fixed number.</summary>
    public required ImmutableArray<ComparedFile> Files { get; init; }

    /// <summary>Files that gave no result; not more than a fixed number.</summary>
    public required ImmutableArray<FailedFile> Failures { get; init; }

    /// <summary>Number of files that gave no result.</summary>
    public required long FailureCount { get; init; }
}

/// <summary>Figures of the results of one kind of file.</summary>
/// <param name="Name">Ending of the file names; empty over everything.</param>
/// <param name="Files">Number of results.</param>
/// <param name="Score">Counts of rows, cells, codes, fields, facts and heads, without single cases.</param>
/// <param name="Reliability">Figures of the fields that hold a value.</param>
/// <param name="AreaUnderCurve">Probability that a right field has a higher confidence than a wrong one; null where all are right or all wrong.</param>
/// <param name="Untouched">What passes with 99.9 % right; null where nothing does.</param>
public sealed record RenderingFigures(
    string Name, int Files, ReportScore Score, ReliabilityFigures Reliability, double? AreaUnderCurve, RiskPoint? Untouched);

/// <summary>How one file compares.</summary>
/// <param name="Name">The file.</param>
/// <param name="Score">Its counts, without single cases.</param>
/// <param name="Differences">Number of differences.</param>
public sealed record ComparedFile(string Name, ReportScore Score, int Differences);

/// <summary>A file that gave no result.</summary>
/// <param name="Name">The file.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Reason">The reason for people.</param>
public sealed record FailedFile(string Name, string Code, LocalText Reason);
