using System.Globalization;
using Extractor.Api.Features;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Campaigns;

/// <summary>A campaign and how far it is.</summary>
/// <param name="Id">Id of the campaign.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">Computed from what was asked of it, the hour and its files.</param>
/// <param name="Folder">Folder of the server; null where the files were sent.</param>
/// <param name="Family">Report family the files are read as; null where the content decides.</param>
/// <param name="DocumentsPerMinute">Most files a minute.</param>
/// <param name="Window">Hours in which files are begun, in local time.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="EnumeratedAt">When every file was known.</param>
/// <param name="FinishedAt">When every file was in a named end.</param>
/// <param name="Obstacle">Why nothing goes on although it should, such as "folder-missing" or "scanner-missing".</param>
/// <param name="Progress">Files by state, rate and time left; null in lists.</param>
/// <param name="Report">Address of the report.</param>
public sealed record CampaignAnswer(
    long Id, string Name, CampaignState State, string? Folder, string? Family, int? DocumentsPerMinute, string? Window, DateTimeOffset CreatedAt,
    DateTimeOffset? EnumeratedAt, DateTimeOffset? FinishedAt, string? Obstacle, CampaignProgressAnswer? Progress, string Report);

/// <summary>How far a campaign is.</summary>
/// <param name="Total">Files found so far.</param>
/// <param name="AreAllKnown">Whether that is all of them.</param>
/// <param name="Finished">Files in a named end.</param>
/// <param name="States">Number of files in each state.</param>
/// <param name="PassedOver">Links, devices and pipes, which are no files.</param>
/// <param name="FilesPerMinute">Files that ended a minute lately.</param>
/// <param name="SecondsLeft">Time the rest takes at that rate; null while it cannot be told.</param>
public sealed record CampaignProgressAnswer(
    long Total, bool AreAllKnown, long Finished, IReadOnlyDictionary<string, long> States, long PassedOver, double? FilesPerMinute, double? SecondsLeft);

/// <summary>A file of a campaign.</summary>
/// <param name="Id">Grows in the order files were found.</param>
/// <param name="Path">Below the campaign's folder, or its name in the archive or upload; empty once it was deleted.</param>
/// <param name="Sha256">Digest of the bytes; null before it was read.</param>
/// <param name="Bytes">Size; null before it was read.</param>
/// <param name="State">Where it is; a file ends in exactly one of the named ends.</param>
/// <param name="Reason">Why there is no result.</param>
/// <param name="Result">Its result.</param>
/// <param name="FinishedAt">When its way ended.</param>
public sealed record CampaignFileAnswer(
    long Id, string Path, string? Sha256, long? Bytes, DocumentState State, ReasonAnswer? Reason, ResultLink? Result, DateTimeOffset? FinishedAt);

/// <summary>Makes answers of what the store says.</summary>
internal static class CampaignAnswers
{
    public static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/v1/campaigns/{id}");

    public static CampaignAnswer Of(Campaign campaign, CampaignProgress? progress, TimeOnly now) => new(
        campaign.Id, campaign.Order.Name, campaign.StateAt(now), campaign.Order.Folder, campaign.Order.Family, campaign.Order.Pace.DocumentsPerMinute,
        campaign.Order.Pace.Window?.ToString(), campaign.CreatedAt, campaign.EnumeratedAt, campaign.FinishedAt, campaign.Obstacle,
        progress is null ? null : Of(campaign, progress), AddressOf(campaign.Id) + "/report");

    public static CampaignFileAnswer Of(CampaignFile file, UserLanguage language) => new(
        file.Id, file.Path, file.Sha256, file.Bytes, file.State,
        file.Reason is { } reason ? new ReasonAnswer(reason, file.ReasonText?.In(language)) : null,
        file.ResultId is { } id ? ResultLink.Of(id) : null, file.FinishedAt);

    private static CampaignProgressAnswer Of(Campaign campaign, CampaignProgress progress)
    {
        bool areAllKnown = campaign.EnumeratedAt is not null;
        return new CampaignProgressAnswer(
            progress.Total, areAllKnown, progress.Finished, progress.Counts.ToDictionary(count => ContractWords.Of(count.Key), count => count.Value),
            campaign.PassedOver, campaign.FinishedAt is null && progress.FilesPerMinute is { } rate ? Math.Round(rate, 1) : null,
            progress.TimeLeft(areAllKnown)?.TotalSeconds is { } left ? Math.Round(left) : null);
    }
}
