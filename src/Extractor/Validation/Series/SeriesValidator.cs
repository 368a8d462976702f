using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;
using Extractor.Validation.Findings;
using Extractor.Validation.Structure;

namespace Extractor.Validation;

/// <summary>Checks the reports of one agency against each other, over time.</summary>
public static class SeriesValidator
{
    /// <summary>Findings of the rules of kind <see cref="RuleKind.Series"/>, numbered over all agencies.</summary>
    /// <param name="results">Results of any agencies; those without agency or period are left out.</param>
    /// <param name="schema">The family; results of others are left out.</param>
    /// <param name="language">Language of the messages.</param>
    public static ImmutableArray<SeriesFinding> Check(IEnumerable<ExtractionResult> results, IndicatorSchema schema, UserLanguage language)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(schema);
        var drafts = ImmutableArray.CreateBuilder<(string Agency, FindingDraft Draft)>();
        foreach (IGrouping<string, PeriodFigures> agency in results
            .Where(r => r.Schema.Family == schema.Family && r.Report.Agency.Value is not null && r.Report.Period.Value is not null)
            .Select(PeriodFigures.Of)
            .GroupBy(f => f.Agency, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<PeriodFigures> periods = [.. agency.OrderBy(f => f.FirstDay).ThenBy(f => f.LastDay)];
            foreach (SchemaRule rule in schema.Rules.Where(r => r.Kind == RuleKind.Series))
            {
                drafts.AddRange(SeriesCheck.Of(rule, schema).SelectMany(check => SeriesRules.Of(check, rule, periods, schema)).Select(d => (agency.Key, d)));
            }
        }

        ImmutableArray<Finding> findings = FindingNumbers.Of([.. drafts.Select(d => d.Draft)], language);
        return [.. drafts.Zip(findings, (draft, finding) => new SeriesFinding(draft.Agency, finding))];
    }
}

/// <summary>A finding between reports.</summary>
/// <param name="Agency">Whose reports they are.</param>
/// <param name="Finding">What does not fit; the message names the periods.</param>
public sealed record SeriesFinding(string Agency, Finding Finding);

/// <summary>The figures of one report with the days it covers.</summary>
internal sealed record PeriodFigures(string Agency, ReportPeriod Period, DateOnly FirstDay, DateOnly LastDay, IReadOnlyDictionary<string, decimal> Figures)
{
    /// <summary>What the period is called: "quý II/2023", "9 tháng năm 2023".</summary>
    public LocalText Name => Period.Kind switch
    {
        PeriodKind.Month => Text($"tháng {Period.Month}/{Period.Year}", $"{Period.Year}-{Period.Month:00}"),
        PeriodKind.Quarter => Text($"quý {Period.Quarter}/{Period.Year}", $"Q{Period.Quarter} {Period.Year}"),
        PeriodKind.SixMonths => Text($"6 tháng năm {Period.Year}", $"6 months of {Period.Year}"),
        PeriodKind.NineMonths => Text($"9 tháng năm {Period.Year}", $"9 months of {Period.Year}"),
        _ => Text($"năm {Period.Year}", $"{Period.Year}"),
    };

    /// <summary>Reads the figures of a result that has agency and period.</summary>
    public static PeriodFigures Of(ExtractionResult result)
    {
        ReportPeriod period = result.Report.Period.Value!;
        DateOnly last = PeriodEnds.LastDay(period) ?? new DateOnly(period.Year, 12, 31);
        int months = period.Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => last.Month };
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (Field field in result.Fields)
        {
            if (field is { Item: null, Value: NumberValue number })
            {
                figures[field.Code] = number.Number;
            }
        }

        string agency = string.Join(", ", new[] { result.Report.Agency.Value, result.Report.ParentAgency.Value }.OfType<string>());
        return new PeriodFigures(agency, period, new DateOnly(last.Year, last.Month - months + 1, 1), last, figures);
    }

    private static LocalText Text(FormattableString vi, FormattableString en) =>
        new(vi.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
