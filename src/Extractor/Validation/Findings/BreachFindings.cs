using Extractor.Models;
using Extractor.Validation.Engine;
using Extractor.Validation.Repairs;

namespace Extractor.Validation.Findings;

/// <summary>Turns broken checks into findings, each contradiction once.</summary>
internal static class BreachFindings
{
    /// <summary>The findings in the order of the rules.</summary>
    public static IEnumerable<FindingDraft> Of(
        IReadOnlyList<CheckedInstance> instances, CellTable cells, IndicatorSchema schema, RepairSearch search,
        IReadOnlyDictionary<CheckedInstance, RepairRanking> repairs)
    {
        List<CheckedInstance> broken = [.. instances.Where(i => i.Verdict.Outcome == CheckOutcome.Broken)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CheckedInstance instance in broken)
        {
            if (!IsImplied(instance, broken, search, repairs) && seen.Add(FingerprintOf(instance, cells)))
            {
                yield return Draft(instance, cells, schema, repairs);
            }
        }
    }

    private static FindingDraft Draft(
        CheckedInstance instance, CellTable cells, IndicatorSchema schema, IReadOnlyDictionary<CheckedInstance, RepairRanking> repairs)
    {
        var draft = new FindingDraft(
            instance.Check.Rule.Id,
            instance.Check.Rule.Severity,
            BreachWords.Of(instance, cells),
            [.. instance.Uses.Select(u => schema.Indicators[CellTable.IndicatorOf(u.Cell)].Code).Distinct(StringComparer.Ordinal)])
        {
            Stated = instance.Verdict.Left,
            Derived = decimal.Round(instance.Verdict.Right, 4),
        };
        return repairs.TryGetValue(instance, out RepairRanking? repair) ? RepairWords.Hint(draft, repair, cells, schema) : draft;
    }

    // A part that exceeds its total is told by the sum that does not add up, and a bound that the repair of a graver breach restores is told there:
    // saying it twice helps nobody.
    private static bool IsImplied(
        CheckedInstance instance, List<CheckedInstance> broken, RepairSearch search,
        IReadOnlyDictionary<CheckedInstance, RepairRanking> repairs) =>
        instance.Check.Rule.Kind == RuleKind.Order
        && broken.Any(other => other.Check.Rule.Kind is RuleKind.Sum or RuleKind.Balance
            && (instance.Uses.All(u => other.Involves(u.Cell))
                || (instance.Check.Rule.Severity > other.Check.Rule.Severity && repairs.TryGetValue(other, out RepairRanking? repair) && repair.IsSettled
                    && instance.Involves(repair.Best.Cell) && search.Mends(repair.Best, instance))));

    // The prose often repeats the table: the same figures broken the same way are one finding.
    private static string FingerprintOf(CheckedInstance instance, CellTable cells) =>
        string.Join(' ', instance.Uses.Select(u => $"{CellTable.IndicatorOf(u.Cell)}:{cells.ValueOf(u.Cell)}").Prepend(instance.Check.Rule.Id));
}
