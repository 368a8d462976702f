using Extractor.Evaluation.Reliability;
using Extractor.Models;

namespace Extractor.Evaluation.Runs;

/// <summary>Adds up the scores of one kind of file.</summary>
internal sealed class RenderingTally
{
    // What an office can take over unseen: one wrong figure in a thousand.
    private const double UntouchedAccuracy = 0.999;

    private readonly ReliabilityTally _reliability = new();
    private ReportScore _score = new();
    private int _files;

    /// <summary>Fields that hold a value, by confidence.</summary>
    public ConfidenceRanking Ranking { get; } = new();

    /// <summary>Adds a report.</summary>
    public void Add(ReportScore score)
    {
        _files++;
        _score = _score.Add(score.WithoutCases());
        foreach (FieldJudgement field in score.Fields.Where(f => f.Status == FieldStatus.Reported))
        {
            _reliability.Add(field.Confidence, field.IsRight);
            Ranking.Add(field.Confidence, field.IsRight);
        }
    }

    /// <summary>The figures so far.</summary>
    public RenderingFigures Summarise(string name) => new(
        name, _files, _score, _reliability.Summarise(), Ranking.AreaUnderCurve(), RiskPoint.Keeping(UntouchedAccuracy, Ranking.RiskCurve()));
}
