using Extractor.Models;
using Extractor.Validation.Engine;

namespace Extractor.Validation.Findings;

/// <summary>Rates that state a figure although there is nothing to divide by: they should be '-' or blank.</summary>
internal static class EmptyDenominators
{
    /// <summary>One finding for each such rate.</summary>
    public static IEnumerable<FindingDraft> Of(IReadOnlyList<CheckedInstance> instances, CellTable cells, IndicatorSchema schema, SchemaRule rule)
    {
        var seen = new HashSet<int>();
        foreach (CheckedInstance instance in instances)
        {
            if (instance is { Check.Relation: RuleRelation.Equal, Verdict.Reason: Abstention.NothingToDivideBy } && RateOf(instance) is var rate and >= 0 && seen.Add(rate))
            {
                LocalText place = PlaceNames.Of(cells.SourceOf(rate)!);
                LocalText figure = PlaceNames.Figure(cells.ValueOf(rate));
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Tỷ lệ có mẫu số bằng 0 phải để trống hoặc ghi “-”: {place.Vi} ghi {figure.Vi}.",
                        $"A rate whose denominator is 0 should be blank or “-”: {place.En} states {figure.En}."),
                    [schema.Indicators[CellTable.IndicatorOf(rate)].Code])
                {
                    Stated = cells.ValueOf(rate),
                };
            }
        }
    }

    private static int RateOf(CheckedInstance instance)
    {
        foreach (CellUse use in instance.Uses)
        {
            if (use.Side == CheckSide.Left)
            {
                return use.Cell;
            }
        }

        return -1;
    }
}
