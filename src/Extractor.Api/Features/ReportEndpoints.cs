using Extractor.Api.Access;
using Extractor.Api.Work;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Extractor.Api.Features;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part.</param>
/// <param name="Next">Cursor of the next part; null where this is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A report in the list.</summary>
/// <param name="Report">What is known of it.</param>
/// <param name="Result">Where the whole result is.</param>
public sealed record ListedReport(ReportSummary Report, ResultLink Result);

/// <summary>A figure of a series.</summary>
/// <param name="Agency">Who reports.</param>
/// <param name="Level">Level of government.</param>
/// <param name="Period">Time the figure covers.</param>
/// <param name="Value">The figure with its place.</param>
/// <param name="Result">The result it stands in.</param>
public sealed record SeriesValue(string? Agency, AdministrativeLevel? Level, ReportPeriod? Period, StoredValue Value, ResultLink Result);

/// <summary>An indicator over agencies and periods.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Name">Its name; null where no schema of this service knows the code.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Items">Figures in the order of periods.</param>
/// <param name="Next">Cursor of the next part; null where this is the last.</param>
public sealed record Series(string Code, LocalText? Name, string? Unit, IReadOnlyList<SeriesValue> Items, string? Next);

/// <summary><c>GET /v1/reports</c> and <c>GET /v1/indicators/{code}/values</c>.</summary>
internal static class ReportEndpoints
{
    private const int Standard = 50;
    private const int Most = 500;

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/reports", ListAsync).RequireScope(KeyScopes.Read).WithTags("Reports").WithName("listReports")
            .Produces<Page<ListedReport>>().ProducesProblem(400)
            .WithSummary("Stored reports, newest first; of several answers to the same file the newest.");
        routes.MapGet("/v1/indicators/{code}/values", SeriesAsync).RequireScope(KeyScopes.Read).WithTags("Reports").WithName("listIndicatorValues")
            .Produces<Series>().ProducesProblem(400)
            .WithSummary("One indicator over agencies and periods, in the order of periods, each figure with its place and confidence.");
    }

    private static async Task<FileContentHttpResult> ListAsync(
        [AsParameters] ReportFilterQuery filter, int? limit, string? cursor, ReportStore reports, TaggedJson json, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        // One more than asked for tells whether there is a next part.
        IReadOnlyList<ReportSummary> found = await reports.ListAsync(filter.Read(), Cursor.Read(cursor, 1)?[0], count + 1, cancellationToken);
        return json.Of(new Page<ListedReport>(
            [.. found.Take(count).Select(report => new ListedReport(report, ResultLink.Of(report.Id)))],
            found.Count > count ? Cursor.Write(found[count - 1].Id) : null));
    }

    private static async Task<FileContentHttpResult> SeriesAsync(
        string code, [AsParameters] ReportFilterQuery filter, int? limit, string? cursor, ReportStore reports, ReportFamilies families,
        TaggedJson json, CancellationToken cancellationToken)
    {
        int count = Parameters.Limit(limit, Standard, Most);
        SeriesPosition? after = Cursor.Read(cursor, 3) is { } place ? new SeriesPosition((int)place[0], place[1], (int)place[2]) : null;
        IReadOnlyList<SeriesPoint> found = await reports.SeriesAsync(code, filter.Read(), after, count + 1, cancellationToken);
        Indicator? indicator = families.Schemas.Select(schema => schema.Find(code)).FirstOrDefault(known => known is not null);
        return json.Of(new Series(
            code, indicator?.Name, indicator?.Unit,
            [.. found.Take(count).Select(point => new SeriesValue(
                point.Report.Agency, point.Report.Level, point.Report.Period, point.Value, ResultLink.Of(point.Report.Id)))],
            found.Count > count ? Write(found[count - 1].Position) : null));
    }

    private static string Write(SeriesPosition position) => Cursor.Write(position.Period, position.ResultId, position.Ordinal);
}
