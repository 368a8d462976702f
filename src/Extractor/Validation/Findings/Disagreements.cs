using Extractor.Models;
using Extractor.Results;

namespace Extractor.Validation.Findings;

/// <summary>Finds indicators that the report states with different figures.</summary>
internal static class Disagreements
{
    /// <summary>One finding for each figure that differs from the chosen one.</summary>
    /// <param name="statements">All statements.</param>
    /// <param name="rule">The rule that asks for agreement.</param>
    public static IEnumerable<FindingDraft> Of(IReadOnlyList<Statement> statements, SchemaRule rule)
    {
        bool isWithinTables = rule.Check == RuleExpansion.AgreeingTables;
        foreach (IGrouping<string, Statement> same in statements.GroupBy(s => s.Indicator.Code, StringComparer.Ordinal))
        {
            if (!same.Skip(1).Any())
            {
                continue;
            }

            Statement best = FieldAssembler.Choose([.. same]);
            foreach (Statement other in same.Where(s => s.Value is not null && s.Value != best.Value).DistinctBy(s => (s.Value, s is Statement.OfRow)))
            {
                if (isWithinTables == (best is Statement.OfRow && other is Statement.OfRow))
                {
                    yield return Draft(rule, best, other, isWithinTables);
                }
            }
        }
    }

    private static FindingDraft Draft(SchemaRule rule, Statement best, Statement other, bool isWithinTables)
    {
        (LocalText first, LocalText second) = (PlaceNames.Figure(best.Value), PlaceNames.Figure(other.Value));
        (LocalText here, LocalText there) = (PlaceNames.Of(best), PlaceNames.Of(other));
        LocalText law = isWithinTables
            ? new LocalText("Cùng một chỉ tiêu được ghi hai lần trong biểu với số liệu khác nhau", "One indicator stands twice in the tables with different figures")
            : new LocalText("Số liệu lấy từ biểu khác số liệu nơi khác trong báo cáo", "The figure taken differs from another place of the report");
        return new FindingDraft(
            rule.Id, rule.Severity,
            new LocalText($"{law.Vi}: {here.Vi} ghi {first.Vi}, {there.Vi} ghi {second.Vi}.", $"{law.En}: {here.En} states {first.En}, {there.En} states {second.En}."),
            [best.Indicator.Code])
        {
            Stated = (best.Value as NumberValue)?.Number,
            Derived = (other.Value as NumberValue)?.Number,
        };
    }
}
