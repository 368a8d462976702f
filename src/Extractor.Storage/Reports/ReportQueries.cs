using System.Globalization;
using System.Linq.Expressions;
using Extractor.Models;
using Extractor.Storage.Model;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Reports;

/// <summary>Filters as conditions on the tables.</summary>
internal static class ReportQueries
{
    /// <summary>Current reports the filter lets pass.</summary>
    public static IQueryable<ResultRow> Apply(StoreContext context, ReportFilter filter)
    {
        IQueryable<ResultRow> rows = context.Results.Where(row => row.IsCurrent);
        rows = Where(rows, filter.FromYear, year => row => row.PeriodYear >= year);
        rows = Where(rows, filter.ToYear, year => row => row.PeriodYear <= year);
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
        return filter.Agency is { } agency ? rows.Where(row => Agencies(context, agency).Any(known => known.Id == row.AgencyId)) : rows;
    }

    /// <summary>What is looked for in folded names: the text anywhere, nothing in it a wildcard.</summary>
    public static string PatternOf(string name) => "%" + FoldedText.Of(name).Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Agencies with a part of their name.</summary>
    public static IQueryable<AgencyRow> Agencies(StoreContext context, string name)
    {
        string pattern = PatternOf(name);
        return context.Agencies.Where(row => EF.Functions.Like(row.Folded, pattern, "\\"));
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

    public static StoredValue Value(PackedValue value, string code) => new(
        code, value.Item, Figure(value.Value), value.Status, Math.Round(value.Confidence, 6), value.Source, value.Page, value.Table, value.Row, value.Column,
        value.Paragraph);

    // As the contract writes it: a number, or a ratio such as "10/10".
    private static IndicatorValue? Figure(string? text) => text?.Split('/') switch
    {
        null => null,
        [var number] => new NumberValue(Number(number)),
        [var numerator, var denominator] => new RatioValue(Number(numerator), Number(denominator)),
        _ => throw new FormatException("The stored figure is no figure."),
    };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ReportPeriod Period(PeriodKind kind, int year, int? part) =>
        new(kind, year, kind == PeriodKind.Quarter ? part : null, kind == PeriodKind.Month ? part : null);

    private static IQueryable<ResultRow> Where<T>(IQueryable<ResultRow> rows, T? wanted, Func<T, Expression<Func<ResultRow, bool>>> condition)
        where T : struct => wanted is { } value ? rows.Where(condition(value)) : rows;
}
