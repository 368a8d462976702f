using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>A report is dated within 30 days of the end of the period it covers.</summary>
internal sealed class IssueDateCheck : IFormCheck
{
    private const int MostDays = 30;

    /// <inheritdoc/>
    public string Name => RuleStructures.IssueDate;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        if (content.Head.IssuedOn.Value is not { } issued || content.Head.Period.Value is not { } period || PeriodEnds.LastDay(period) is not { } end)
        {
            yield break;
        }

        if (Math.Abs(issued.DayNumber - end.DayNumber) > MostDays)
        {
            yield return new FindingDraft(
                rule.Id, rule.Severity,
                new LocalText(
                    $"Báo cáo ghi ngày {issued:dd/MM/yyyy}, cách ngày cuối kỳ báo cáo {end:dd/MM/yyyy} hơn {MostDays} ngày.",
                    $"The report is dated {issued:yyyy-MM-dd}, more than {MostDays} days from the end of its period, {end:yyyy-MM-dd}."),
                []);
        }
    }
}
