using System.Runtime.CompilerServices;
using Extractor.Api.Access;
using Extractor.Api.Exports;
using Extractor.Api.Work;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace Extractor.Api.Features;

/// <summary><c>/v1/exports</c>: everything a filter lets pass, streamed, so that its size does not matter.</summary>
internal static class ExportEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/exports").WithTags("Exports").RequireScope(KeyScopes.Read);
        group.MapGet("/results.ndjson", ResultsAsync).WithName("exportResults").WithSummary("Whole results, one a line.")
            .Produces(200, contentType: "application/x-ndjson").ProducesProblem(400);
        group.MapGet("/values.csv", CsvAsync).WithName("exportValuesCsv").WithSummary("One row a figure, with its report, place and confidence.")
            .Produces(200, contentType: "text/csv").ProducesProblem(400);
        group.MapGet("/values.xlsx", XlsxAsync).WithName("exportValuesXlsx").WithSummary("The same as a workbook with typed cells.")
            .Produces(200, contentType: Xlsx).ProducesProblem(400);
    }

    private static async Task ResultsAsync(
        [AsParameters] ReportFilterQuery filter, HttpResponse response, ReportStore reports, CancellationToken cancellationToken)
    {
        ReportFilter wanted = filter.Read();
        Begin(response, "application/x-ndjson", "results.ndjson");
        await foreach (byte[] json in reports.BodiesAsync(wanted, cancellationToken))
        {
            await response.BodyWriter.WriteAsync(json, cancellationToken);
            await response.BodyWriter.WriteAsync(LineEnd, cancellationToken);
        }
    }

    private static Task CsvAsync(
        [AsParameters] ReportFilterQuery filter, HttpResponse response, ReportStore reports, ReportFamilies families, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ExportCell[]> rows = RowsAsync(filter.Read(), reports, families, cancellationToken);
        Begin(response, "text/csv; charset=utf-8", "values.csv");
        return CsvExport.WriteAsync(response.BodyWriter, rows, cancellationToken);
    }

    private static Task XlsxAsync(
        [AsParameters] ReportFilterQuery filter, HttpResponse response, ReportStore reports, ReportFamilies families, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ExportCell[]> rows = RowsAsync(filter.Read(), reports, families, cancellationToken);
        if (response.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            // The archive writes the ends of its entries without waiting: a few bytes each, into a buffer.
            body.AllowSynchronousIO = true;
        }

        Begin(response, Xlsx, "values.xlsx");
        return XlsxExport.WriteAsync(response.Body, rows, cancellationToken);
    }

    private static void Begin(HttpResponse response, string type, string fileName)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
    }

    private static async IAsyncEnumerable<ExportCell[]> RowsAsync(
        ReportFilter filter, ReportStore reports, ReportFamilies families, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, Indicator> indicators = families.Schemas.SelectMany(schema => schema.Indicators)
            .DistinctBy(indicator => indicator.Code).ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        var table = new ExportTable(indicators);
        await foreach (ReportWithValues report in reports.ValuesAsync(filter, cancellationToken))
        {
            foreach (ExportCell[] row in table.RowsOf(report))
            {
                yield return row;
            }
        }
    }
}
