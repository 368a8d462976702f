using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Storage;

/// <summary>Many files somebody wants read, whenever there is time.</summary>
public sealed record NewCampaign
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The folder whose files are read, as a full path; null where the files are sent.</summary>
    public string? Folder { get; init; }

    /// <summary>Report family to read the files as; null lets the content decide.</summary>
    public string? Family { get; init; }

    /// <summary>Language of messages in the results.</summary>
    public UserLanguage Language { get; init; }

    /// <summary>Id of the key that asked for it; null without keys.</summary>
    public string? Owner { get; init; }

    /// <summary>How fast and when files are read.</summary>
    public CampaignPace Pace { get; init; } = CampaignPace.Unbounded;
}

/// <summary>How fast and when the files of a campaign are read.</summary>
/// <param name="DocumentsPerMinute">Most files a minute; null for as many as there is room for.</param>
/// <param name="Window">Part of the day in which files are begun; null for the whole day.</param>
public sealed record CampaignPace(int? DocumentsPerMinute, DailyWindow? Window)
{
    /// <summary>As fast as possible, at any time.</summary>
    public static CampaignPace Unbounded { get; } = new(null, null);
}

/// <summary>A campaign as it was asked for and how far its way is; the numbers of its files are its <see cref="CampaignProgress"/>.</summary>
public sealed record Campaign
{
    /// <summary>Id, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>What was asked for.</summary>
    public required NewCampaign Order { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When every file was known; null before.</summary>
    public DateTimeOffset? EnumeratedAt { get; init; }

    /// <summary>When every file was in a named end; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Links, devices and pipes: no files, so they are counted only.</summary>
    public long PassedOver { get; init; }

    /// <summary>Why nothing goes on although it should: stable name; null where nothing is in the way.</summary>
    public string? Obstacle { get; init; }

    internal Model.CampaignStatus Status { get; init; }

    /// <summary>Where the campaign is at some local time of day.</summary>
    public CampaignState StateAt(TimeOnly now) => Status switch
    {
        Model.CampaignStatus.Receiving => CampaignState.Receiving,
        Model.CampaignStatus.Cancelled => FinishedAt is null ? CampaignState.Cancelling : CampaignState.Cancelled,
        _ when FinishedAt is not null => CampaignState.Finished,
        Model.CampaignStatus.Paused => CampaignState.Paused,
        _ => Order.Pace.Window is { } window && !window.Contains(now) ? CampaignState.Waiting : CampaignState.Running,
    };
}

/// <summary>Where a campaign is.</summary>
public enum CampaignState
{
    /// <summary>Its files are arriving.</summary>
    Receiving,

    /// <summary>Files are read.</summary>
    Running,

    /// <summary>The hours in which files are read have not come.</summary>
    Waiting,

    /// <summary>Somebody stopped it for a while.</summary>
    Paused,

    /// <summary>Somebody ended it; files that wait are being marked.</summary>
    Cancelling,

    /// <summary>Somebody ended it, and every file is in a named end.</summary>
    Cancelled,

    /// <summary>Every file is in a named end.</summary>
    Finished,
}

/// <summary>How many files are where.</summary>
/// <param name="Counts">Files in each state that has any.</param>
/// <param name="FilesPerMinute">Files that ended a minute lately; null before the first.</param>
public sealed record CampaignProgress(ImmutableSortedDictionary<DocumentState, long> Counts, double? FilesPerMinute)
{
    /// <summary>Files found so far.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>Files in a named end.</summary>
    public long Finished => Counts.Where(count => count.Key.IsFinal()).Sum(count => count.Value);

    /// <summary>Time the rest takes at the present rate; null while it cannot be told.</summary>
    public TimeSpan? TimeLeft(bool areAllKnown) =>
        areAllKnown && Finished == Total ? TimeSpan.Zero
        : areAllKnown && FilesPerMinute is > 0 and { } rate ? TimeSpan.FromMinutes(Math.Min((Total - Finished) / rate, 1e7))
        : null;
}

/// <summary>A file of a campaign.</summary>
/// <param name="Id">Grows in the order files were found.</param>
/// <param name="Path">Below the campaign's folder, or its name in the archive or upload; empty once it was deleted.</param>
/// <param name="Sha256">Digest of the bytes; null before it was read.</param>
/// <param name="Bytes">Size; null before it was read.</param>
/// <param name="State">Where it is.</param>
/// <param name="Reason">Stable name of why there is no result.</param>
/// <param name="ReasonText">The same for people.</param>
/// <param name="ResultId">Its result.</param>
/// <param name="FinishedAt">When its way ended.</param>
public sealed record CampaignFile(
    long Id, string Path, string? Sha256, long? Bytes, DocumentState State, string? Reason, LocalText? ReasonText, long? ResultId, DateTimeOffset? FinishedAt);
