namespace Extractor.Storage.Model;

internal sealed class CampaignRow
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Folder on the server; null where the files were sent and lie in the store of originals.</summary>
    public string? Folder { get; set; }

    public string? Family { get; set; }

    public UserLanguageCode Language { get; set; }

    public string? Owner { get; set; }

    public CampaignStatus Status { get; set; }

    public int? DocumentsPerMinute { get; set; }

    /// <summary>Minutes of the day between which files are read.</summary>
    public int? WindowFrom { get; set; }

    public int? WindowTo { get; set; }

    public long CreatedAt { get; set; }

    public long? EnumeratedAt { get; set; }

    public long? FinishedAt { get; set; }

    /// <summary>Before this no more files may begin, because of the rate.</summary>
    public long NextReleaseAt { get; set; }

    /// <summary>Links, devices and the like.</summary>
    public long PassedOver { get; set; }

    /// <summary>Why nothing goes on at the moment.</summary>
    public string? Obstacle { get; set; }
}

internal sealed class CampaignFolderRow
{
    public long Id { get; set; }

    public long CampaignId { get; set; }

    /// <summary>Below the campaign's folder; empty for the folder itself.</summary>
    public required string Path { get; set; }

    public required byte[] PathKey { get; set; }

    public int Depth { get; set; }

    public FolderState State { get; set; }
}

internal sealed class CampaignFileRow
{
    public long Id { get; set; }

    public long CampaignId { get; set; }

    /// <summary>Below the campaign's folder, or the name in the archive or upload.</summary>
    public required string Path { get; set; }

    /// <summary>Digest of path and place: a file that is found twice is one row.</summary>
    public required byte[] PathKey { get; set; }

    /// <summary>Known from the start for files that were sent; for those of a folder once they were read.</summary>
    public string? Sha256 { get; set; }

    public long? Bytes { get; set; }

    public DocumentState State { get; set; }

    public long? SliceId { get; set; }

    public int Attempts { get; set; }

    public string? Reason { get; set; }

    public string? ReasonVi { get; set; }

    public string? ReasonEn { get; set; }

    public long? ResultId { get; set; }

    public long? FinishedAt { get; set; }
}

internal sealed class CampaignSliceRow
{
    public long Id { get; set; }

    public long CampaignId { get; set; }

    public int Files { get; set; }

    public long ReleasedAt { get; set; }

    public long? EndedAt { get; set; }

    /// <summary>How often it was begun; more than once where a process died.</summary>
    public int Runs { get; set; }

    public string? Node { get; set; }
}

/// <summary>What was last asked of a campaign.</summary>
internal enum CampaignStatus : short
{
    /// <summary>Its files are still arriving.</summary>
    Receiving = 0,

    /// <summary>Is to be read.</summary>
    Running = 1,

    /// <summary>Somebody stopped it for a while.</summary>
    Paused = 2,

    /// <summary>Somebody ended it.</summary>
    Cancelled = 3,

    /// <summary>Somebody deleted it after its end; what it has left is being removed.</summary>
    Deleted = 4,
}

/// <summary>Whether a folder was listed.</summary>
internal enum FolderState : short
{
    /// <summary>Its turn has not come, or it is being listed.</summary>
    Waiting = 0,

    /// <summary>Everything in it is known.</summary>
    Listed = 1,

    /// <summary>It could not be listed.</summary>
    Unreadable = 2,
}
