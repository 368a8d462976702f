using System.Globalization;
using System.Linq.Expressions;
using Extractor.Models;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Reports;

/// <summary>Filters as conditions on the tables.</summary>
internal static class ReportQueries
{
    // With more agencies than this a name narrows so little that looking it up row by row is quicker.
    private const int MostAgencies = 1000;

    public static async Task<IQueryable<ResultRow>> ApplyAsync(StoreContext context, ReportFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<ResultRow> rows = OfYears(context.Results.Where(row => row.IsCurrent), filter.FromYear, filter.ToYear);
        rows = Where(rows, (short?)filter.Period, kind => row => row.PeriodKind == kind);
        rows = Where(rows, (short?)filter.Level, level => row => row.Level == level);
        rows = Where(rows, filter.MinConfidence, least => row => row.LowestConfidence >= least);
        rows = Where(rows, filter.MaxConfidence, most => row => row.LowestConfidence <= most);
        rows = Where(rows, filter.State, state => row => row.State == state);
        if (filter.Form is { } form)
        {
            rows = rows.Where(row => row.Family == form);
        }

        if (filter.Rule is { } rule)
        {
            rows = rows.Where(row => context.Findings.Any(finding => finding.ResultId == row.Id && finding.Rule == rule));
        }

        rows = filter.Findings switch
        {
            FindingFilter.None => rows.Where(row => row.Errors == 0 && row.Warnings == 0),
            FindingFilter.Any => rows.Where(row => row.Errors > 0 || row.Warnings > 0),
            FindingFilter.Error => rows.Where(row => row.Errors > 0),
            FindingFilter.Warning => rows.Where(row => row.Warnings > 0),
            _ => rows,
        };
        return filter.Agency is { } agency ? await OfAgencyAsync(context, rows, agency, cancellationToken).ConfigureAwait(false) : rows;
    }

    public static ReportSummary Summary(ResultRow row, string? agency) => new()
    {
        Id = row.Id,
        Sha256 = row.Sha256,
        FileName = row.FileName,
        Form = row.Family,
        SchemaVersion = row.SchemaVersion,
        ExtractorVersion = row.ExtractorVersion,
        ModelVersion = row.ModelVersion,
        Agency = agency,
        Level = (AdministrativeLevel?)row.Level,
        Period = row is { PeriodKind: { } kind, PeriodYear: { } year } ? Period((PeriodKind)kind, year, row.PeriodPart) : null,
        Title = row.Title,
        Number = row.Number,
        IssuedOn = row.IssuedOn,
        State = row.State,
        Confidence = row.Confidence,
        LowestConfidence = row.LowestConfidence,
        Fields = row.Fields,
        Rows = row.Rows,
        RowsMapped = row.RowsMapped,
        Errors = row.Errors,
        Warnings = row.Warnings,
        CreatedAt = Instant.Of(row.CreatedAt),
    };

    public static StoredValue Value(IndicatorValueRow row, string code) => new(
        code, row.Item, Figure(row.Value), (FieldStatus)row.Status, Math.Round(row.Confidence, 6), (EvidenceSource?)row.Source, row.Page, row.CellTable,
        row.CellRow, row.CellColumn, row.Paragraph);

    // One year is looked up in its index; a range of several lets so many pass that going along the list is quicker.
    private static IQueryable<ResultRow> OfYears(IQueryable<ResultRow> rows, int? from, int? to)
    {
        if (from == to)
        {
            return Where(rows, from, year => row => row.PeriodYear == year);
        }

        rows = Where(rows, from, year => row => row.PeriodYear >= year);
        return Where(rows, to, year => row => row.PeriodYear <= year);
    }

    // As the contract writes it: a number, or a ratio such as "10/10".
    private static IndicatorValue? Figure(string? text) => text?.Split('/') switch
    {
        null => null,
        [var number] => new NumberValue(Number(number)),
        [var numerator, var denominator] => new RatioValue(Number(numerator), Number(denominator)),
        _ => throw new FormatException("The stored figure is no figure."),
    };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static async Task<IQueryable<ResultRow>> OfAgencyAsync(
        StoreContext context, IQueryable<ResultRow> rows, string agency, CancellationToken cancellationToken)
    {
        string pattern = "%" + FoldedText.Of(agency).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        List<int> ids = await context.Agencies.Where(row => EF.Functions.Like(row.Folded, pattern, "\\")).Select(row => row.Id)
            .Take(MostAgencies + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids.Count <= MostAgencies
            ? rows.Where(row => row.AgencyId != null && ids.Contains(row.AgencyId.Value))
            : rows.Where(row => context.Agencies.Any(a => a.Id == row.AgencyId && EF.Functions.Like(a.Folded, pattern, "\\")));
    }

    private static ReportPeriod Period(PeriodKind kind, int year, int? part) =>
        new(kind, year, kind == PeriodKind.Quarter ? part : null, kind == PeriodKind.Month ? part : null);

    private static IQueryable<ResultRow> Where<T>(IQueryable<ResultRow> rows, T? wanted, Func<T, Expression<Func<ResultRow, bool>>> condition)
        where T : struct => wanted is { } value ? rows.Where(condition(value)) : rows;
}
