using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation;

/// <summary>The checks over the reports of one agency.</summary>
internal static class SeriesRules
{
    private const int QuartersOfYear = 4;

    /// <summary>What does not fit among reports in the order of their periods.</summary>
    public static IEnumerable<FindingDraft> Of(SeriesCheck check, SchemaRule rule, List<PeriodFigures> periods, IndicatorSchema schema) => check.Relation switch
    {
        SeriesRelation.Previous => Previous(check, rule, periods, schema),
        SeriesRelation.Rising => Rising(check, rule, periods, schema),
        SeriesRelation.Adding => Quarters(check, rule, periods, schema, figures => figures.Sum()),
        SeriesRelation.Lasting => Quarters(check, rule, periods, schema, figures => figures[^1]),
        _ => throw new InvalidOperationException($"Unknown relation {check.Relation}."),
    };

    // A year's report begins where the year before ended, a quarter's where the quarter before did.
    private static IEnumerable<FindingDraft> Previous(SeriesCheck check, SchemaRule rule, List<PeriodFigures> periods, IndicatorSchema schema)
    {
        foreach (PeriodFigures later in periods)
        {
            PeriodFigures? earlier = periods.Find(p => p.LastDay.AddDays(1) == later.FirstDay && p.Figures.ContainsKey(check.Earlier));
            if (earlier is not null && later.Figures.TryGetValue(check.Code, out decimal start) && earlier.Figures[check.Earlier] is var left && left != start)
            {
                yield return Draft(check, rule, schema, later, start, earlier, left, check.Earlier);
            }
        }
    }

    private static IEnumerable<FindingDraft> Rising(SeriesCheck check, SchemaRule rule, List<PeriodFigures> periods, IndicatorSchema schema)
    {
        PeriodFigures? before = null;
        foreach (PeriodFigures period in periods.Where(p => p.Period.Kind is PeriodKind.SixMonths or PeriodKind.NineMonths or PeriodKind.Year && p.Figures.ContainsKey(check.Code)))
        {
            if (before is not null && before.Period.Year == period.Period.Year && before.Figures[check.Code] > period.Figures[check.Code])
            {
                yield return Draft(check, rule, schema, period, period.Figures[check.Code], before, before.Figures[check.Code], check.Code);
            }

            before = period;
        }
    }

    private static IEnumerable<FindingDraft> Quarters(
        SeriesCheck check, SchemaRule rule, List<PeriodFigures> periods, IndicatorSchema schema, Func<List<decimal>, decimal> combine)
    {
        foreach (PeriodFigures whole in periods.Where(p => p.Period.Kind is PeriodKind.SixMonths or PeriodKind.NineMonths or PeriodKind.Year))
        {
            int quarters = Math.Min(QuartersOfYear, whole.LastDay.Month / 3);
            List<PeriodFigures> parts = [.. Enumerable.Range(1, quarters)
                .Select(q => periods.Find(p => p.Period.Kind == PeriodKind.Quarter && p.Period.Year == whole.Period.Year && p.Period.Quarter == q))
                .OfType<PeriodFigures>().Where(p => p.Figures.ContainsKey(check.Code))];
            if (parts.Count == quarters && whole.Figures.TryGetValue(check.Code, out decimal stated)
                && combine([.. parts.Select(p => p.Figures[check.Code])]) is var derived && derived != stated)
            {
                yield return Draft(check, rule, schema, whole, stated, parts[^1], derived, check.Code);
            }
        }
    }

    private static FindingDraft Draft(
        SeriesCheck check, SchemaRule rule, IndicatorSchema schema, PeriodFigures later, decimal stated, PeriodFigures earlier, decimal derived, string other)
    {
        (LocalText name, LocalText otherName) = (schema.Find(check.Code)!.Name, schema.Find(other)!.Name);
        (LocalText here, LocalText there) = (PlaceNames.Figure(stated), PlaceNames.Figure(derived));
        LocalText law = check.Relation switch
        {
            SeriesRelation.Previous => new LocalText("Số đầu kỳ khác số cuối kỳ trước", "The start of a period differs from the end of the one before"),
            SeriesRelation.Rising => new LocalText("Số lũy kế giảm trong năm", "A figure counted since January falls within the year"),
            SeriesRelation.Adding => new LocalText("Các quý cộng lại khác số lũy kế", "The quarters do not add up to the longer period"),
            _ => new LocalText("Số quý cuối khác số của kỳ dài hơn", "The last quarter differs from the longer period"),
        };
        return new FindingDraft(
            rule.Id, rule.Severity,
            new LocalText(
                $"{law.Vi}: “{name.Vi}” {later.Name.Vi} ghi {here.Vi}, “{otherName.Vi}” đến {earlier.Name.Vi} là {there.Vi}.",
                $"{law.En}: “{name.En}” for {later.Name.En} is {here.En}, “{otherName.En}” up to {earlier.Name.En} is {there.En}."),
            check.Code == other ? [check.Code] : [check.Code, other])
        {
            Stated = stated,
            Derived = derived,
        };
    }
}
