using System.ComponentModel.DataAnnotations;

namespace Extractor.Campaigns;

/// <summary>Bounds and pace of campaigns. Bound to the section "Extractor:Campaigns" of the settings.</summary>
public sealed class CampaignOptions
{
    /// <summary>Folders of the server below which campaigns may read; without any, campaigns take files that are sent only.</summary>
    /// <value>None by default.</value>
    public IList<string> Roots { get; } = [];

    /// <summary>Files of one slice, which is scheduled as a whole. The scheduler takes about 150 slices a second on PostgreSQL.</summary>
    /// <value>The default value is 50.</value>
    [Range(1, 10_000)]
    public int SliceSize { get; set; } = 50;

    /// <summary>A slice that has worked so long gives its other files back, so that those of a node that died, and other campaigns, come to their turn.</summary>
    /// <value>The default value is 5 seconds.</value>
    [Range(0.05, 3600)]
    public double SliceSeconds { get; set; } = 5;

    /// <summary>Most slices of a campaign that are scheduled; at least <see cref="SlicesAtOnce"/> for each node.</summary>
    /// <value>The default value is 8.</value>
    [Range(1, 1_000)]
    public int SlicesAhead { get; set; } = 8;

    /// <summary>Slices a node works on side by side: while the last files of one are read, another keeps the workers busy.</summary>
    /// <value>The default value is 2.</value>
    [Range(1, 64)]
    public int SlicesAtOnce { get; set; } = 2;

    /// <summary>How often a node looks what campaigns need.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(0.05, 60)]
    public double PollSeconds { get; set; } = 1;

    /// <summary>How often nodes tell each other that they live; one that misses it loses its slices to the others.</summary>
    /// <value>The default value is 2 seconds.</value>
    [Range(1.0, 60)]
    public double CheckInSeconds { get; set; } = 2;

    /// <summary>Largest file of a campaign that is read.</summary>
    /// <value>The default value is 50 MiB.</value>
    [Range(1, 1L << 30)]
    public long MaxFileBytes { get; set; } = 50L << 20;

    /// <summary>Largest zip archive that is taken.</summary>
    /// <value>The default value is 4 GiB.</value>
    [Range(1, 1L << 42)]
    public long MaxArchiveBytes { get; set; } = 4L << 30;

    /// <summary>Most entries of a zip archive.</summary>
    /// <value>The default value is 200,000.</value>
    [Range(1, 10_000_000)]
    public int MaxArchiveEntries { get; set; } = 200_000;

    /// <summary>Most bytes all entries of a zip archive may unpack to.</summary>
    /// <value>The default value is 64 GiB.</value>
    [Range(1, 1L << 44)]
    public long MaxUnpackedBytes { get; set; } = 64L << 30;

    /// <summary>Folders below a campaign's folder that are gone into.</summary>
    /// <value>The default value is 100.</value>
    [Range(1, 1_000)]
    public int MaxDepth { get; set; } = 100;

    /// <summary>Processes that may end while reading a file before it is set aside.</summary>
    /// <value>The default value is 10.</value>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 10;
}
