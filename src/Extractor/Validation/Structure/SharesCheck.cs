using Extractor.Models;
using Extractor.Narrative;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>
/// Shares of one population in the prose ("Đại học: 10 người = 90,9%; Trung cấp: 01 người = 9,1%") agree with their counts. The size of the population is
/// what at least two of the shares agree on; a count of 0 has no share whatever the size.
/// </summary>
internal sealed class SharesCheck : IFormCheck
{
    private const decimal Tolerance = 0.5m;

    /// <inheritdoc/>
    public string Name => RuleStructures.Shares;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        foreach (Passage passage in PassageReader.Read(content.Document))
        {
            if (!passage.Text.Contains('%', StringComparison.Ordinal))
            {
                continue;
            }

            foreach (List<Share> list in ShareReader.Read(passage.Text))
            {
                decimal? population = PopulationOf(list);
                foreach (Share share in list)
                {
                    if (IsWrong(share, population))
                    {
                        yield return Draft(rule, share, population, passage.Text);
                    }
                }
            }
        }
    }

    private static bool IsWrong(Share share, decimal? population) =>
        share.Count == 0
            ? share.Percent > Tolerance
            : population is > 0 && Math.Abs((share.Count / population.Value * 100) - share.Percent) > Tolerance;

    // Two shares that name the same population to the nearest whole, and no other two that name another.
    private static decimal? PopulationOf(List<Share> list)
    {
        List<IGrouping<decimal, Share>> sizes = [.. list.Where(s => s is { Count: > 0, Percent: > 0 })
            .GroupBy(s => decimal.Round(s.Count / s.Percent * 100))
            .Where(g => g.Count() > 1)];
        return sizes is [var one] ? one.Key : null;
    }

    private static FindingDraft Draft(SchemaRule rule, Share share, decimal? population, string text)
    {
        string quote = PlaceNames.Shorten(text[share.Start..share.End]);
        decimal expected = share.Count == 0 ? 0 : decimal.Round(share.Count / population!.Value * 100, 1);
        LocalText due = PlaceNames.Figure(expected);
        return new FindingDraft(
            rule.Id, rule.Severity,
            new LocalText($"Tỷ lệ không khớp với số lượng ở phần lời: “{quote}”, đúng ra là {due.Vi}%.", $"A share does not agree with its count in the text: “{quote}”, {due.En}% would be right."),
            [])
        {
            Stated = share.Percent,
            Derived = expected,
        };
    }
}
