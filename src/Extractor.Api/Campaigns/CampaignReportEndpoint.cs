using System.Text;
using Extractor.Api.Access;
using Extractor.Api.Problems;
using Extractor.Campaigns.Reports;
using Extractor.Storage;

namespace Extractor.Api.Campaigns;

/// <summary><c>GET /v1/campaigns/{id}/report</c>: what was read, what not and why, confidence, findings and duplicates.</summary>
internal static class CampaignReportEndpoint
{
    public static void MapReport(this RouteGroupBuilder group) => group.MapGet("/{id:long}/report", WriteAsync).RequireScope(KeyScopes.Read)
        .WithName("reportCampaign").WithSummary("What a campaign has brought: totals as json or html, every file as csv.")
        .Produces(200, contentType: "application/json", additionalContentTypes: ["text/csv", "text/html"]).ProducesProblem(400).ProducesProblem(404);

    private static async Task WriteAsync(
        long id, string? format, HttpContext context, CampaignReports reports, TimeProvider time, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "csv" or "html"))
        {
            throw StoredProblem.Invalid(nameof(format), "json, csv, html");
        }

        CampaignReport report = await reports.OfAsync(id, cancellationToken) ?? throw CampaignProblem.NoSuchCampaign();
        Models.UserLanguage language = RequestLanguage.Of(context.Request);
        HttpResponse response = context.Response;
        switch (format)
        {
            case "csv":
                response.ContentType = "text/csv; charset=utf-8";
                response.Headers.ContentDisposition = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"attachment; filename=\"campaign-{id}.csv\"");
                await ReportCsv.WriteAsync(response.Body, reports.FilesAsync(id, cancellationToken), language, cancellationToken);
                break;
            case "html":
                response.ContentType = "text/html; charset=utf-8";
                response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(ReportPage.Write(report, language)), cancellationToken);
                break;
            default:
                response.ContentType = "application/json; charset=utf-8";
                await response.Body.WriteAsync(ReportJson.Write(report, TimeOnly.FromDateTime(time.GetLocalNow().DateTime), language), cancellationToken);
                break;
        }
    }
}
