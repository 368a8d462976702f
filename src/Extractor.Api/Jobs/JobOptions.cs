using System.ComponentModel.DataAnnotations;

namespace Extractor.Api.Jobs;

/// <summary>Bounds of jobs and the pace of the queue. Bound to the section "Extractor:Jobs" of the settings.</summary>
public sealed class JobOptions
{
    /// <summary>Most files of one job.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 100_000)]
    public int MaxFiles { get; set; } = 1000;

    /// <summary>Most bytes of one job's request.</summary>
    /// <value>The default value is 1 GiB.</value>
    [Range(1, 1L << 40)]
    public long MaxBytes { get; set; } = 1L << 30;

    /// <summary>Space the disk of the data directory must still have for files to be taken.</summary>
    /// <value>The default value is 512.</value>
    [Range(0, 1 << 30)]
    public int MinFreeMegabytes { get; set; } = 512;

    /// <summary>How long a document stays with a reader that gives no sign of life.</summary>
    /// <value>The default value is 20 seconds.</value>
    [Range(1.0, 3600)]
    public double LeaseSeconds { get; set; } = 20;

    /// <summary>How often an idle reader looks for work another process has queued; its own is seen at once.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(0.05, 60)]
    public double PollSeconds { get; set; } = 1;

    /// <summary>Services that may end while reading a document before it is set aside.</summary>
    /// <value>The default value is 10.</value>
    [Range(1, 1000)]
    public int MaxAttempts { get; set; } = 10;
}
