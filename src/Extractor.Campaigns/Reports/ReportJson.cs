using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Campaigns.Reports;

/// <summary>The report of a campaign for programs.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The report as UTF-8.</summary>
    public static byte[] Write(CampaignReport report, TimeOnly now, UserLanguage language)
    {
        ArgumentNullException.ThrowIfNull(report);
        Campaign campaign = report.Campaign;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                campaign = new
                {
                    campaign.Id,
                    campaign.Order.Name,
                    campaign.Order.Folder,
                    State = ContractWords.Of(campaign.StateAt(now)),
                    campaign.CreatedAt,
                    campaign.FinishedAt,
                },
                files = new
                {
                    report.Progress.Total,
                    report.Progress.Finished,
                    States = report.Progress.Counts.ToDictionary(count => ContractWords.Of(count.Key), count => count.Value),
                    campaign.PassedOver,
                },
                notRead = report.Unread.Select(unread => new
                {
                    State = ContractWords.Of(unread.State),
                    unread.Reason,
                    Message = unread.Text?.In(language),
                    unread.Files,
                }),
                confidence = new
                {
                    report.Confidence.Results,
                    report.Confidence.Mean,
                    Histogram = report.Confidence.Tenths.Select((results, i) => new { From = i / 10.0, To = (i + 1) / 10.0, Results = results }),
                },
                findings = report.Findings.Select(rule => new { rule.Rule, Severity = ContractWords.Of(rule.Severity), rule.Findings, rule.Reports }),
                duplicates = report.Duplicates.Select(repeated => new { Result = repeated.ResultId, repeated.Path, repeated.Copies }),
                report.UnlistedFolders,
            }, Options);
    }
}
