using System.Collections.Immutable;
using Extractor.Evaluation.Reliability;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>How one result compares with its transcription; scores of several reports add up.</summary>
public sealed record ReportScore
{
    /// <summary>Rows of the transcription.</summary>
    public int Rows { get; init; }

    /// <summary>Rows of the transcription found in the result.</summary>
    public int RowsFound { get; init; }

    /// <summary>Rows of the result that are none of the transcription.</summary>
    public int RowsExtra { get; init; }

    /// <summary>Share of cells that say what is printed.</summary>
    public Share Cells { get; init; }

    /// <summary>Share of rows with the right code.</summary>
    public Share Codes { get; init; }

    /// <summary>Share of the result's values that are right.</summary>
    public Share FieldPrecision { get; init; }

    /// <summary>Share of the transcription's values that were found.</summary>
    public Share FieldRecall { get; init; }

    /// <summary>Share of the required facts of the prose that were found.</summary>
    public Share Facts { get; init; }

    /// <summary>Share of the parts of the head that are right.</summary>
    public Share Head { get; init; }

    /// <summary>Rows of the transcription that are no indicator, and how many of them the result knows as such.</summary>
    public Share ForeignRows { get; init; }

    /// <summary>Each field's confidence with whether it was right.</summary>
    public ImmutableArray<FieldJudgement> Fields { get; init; } = [];

    /// <summary>Each paired row's confidence with whether it was right.</summary>
    public ImmutableArray<RowJudgement> RowJudgements { get; init; } = [];

    /// <summary>Every difference.</summary>
    public ImmutableArray<Difference> Differences { get; init; } = [];

    /// <summary>Harmonic mean of field precision and recall.</summary>
    public double FieldF1 =>
        FieldPrecision.Value + FieldRecall.Value == 0 ? 0 : 2 * FieldPrecision.Value * FieldRecall.Value / (FieldPrecision.Value + FieldRecall.Value);

    /// <summary>Found rows over rows.</summary>
    public double RowRecall => Rows == 0 ? 1 : (double)RowsFound / Rows;

    /// <summary>The figures of two scores together.</summary>
    public ReportScore Add(ReportScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Rows = Rows + other.Rows,
            RowsFound = RowsFound + other.RowsFound,
            RowsExtra = RowsExtra + other.RowsExtra,
            Cells = Cells.Add(other.Cells),
            Codes = Codes.Add(other.Codes),
            FieldPrecision = FieldPrecision.Add(other.FieldPrecision),
            FieldRecall = FieldRecall.Add(other.FieldRecall),
            Facts = Facts.Add(other.Facts),
            Head = Head.Add(other.Head),
            ForeignRows = ForeignRows.Add(other.ForeignRows),
            Fields = Fields.AddRange(other.Fields),
            RowJudgements = RowJudgements.AddRange(other.RowJudgements),
            Differences = Differences.AddRange(other.Differences),
        };
    }

    /// <summary>How far the confidences of the fields that hold a value are the share of right ones.</summary>
    public ReliabilityFigures Reliability
    {
        get
        {
            var tally = new ReliabilityTally();
            foreach (FieldJudgement judged in Fields.Where(f => f.Status == FieldStatus.Reported))
            {
                tally.Add(judged.Confidence, judged.IsRight);
            }

            return tally.Summarise();
        }
    }

    /// <summary>The counts alone.</summary>
    public ReportScore WithoutCases() => this with { Fields = [], RowJudgements = [], Differences = [] };
}

/// <summary>A part of a whole.</summary>
/// <param name="Right">Cases that are right.</param>
/// <param name="Total">All cases.</param>
public readonly record struct Share(int Right, int Total)
{
    /// <summary>Right cases over all cases; 1 where there are none.</summary>
    public double Value => Total == 0 ? 1 : (double)Right / Total;

    /// <summary>Both together.</summary>
    public Share Add(Share other) => new(Right + other.Right, Total + other.Total);

    /// <summary>With one more case.</summary>
    public Share With(bool isRight) => new(Right + (isRight ? 1 : 0), Total + 1);
}
