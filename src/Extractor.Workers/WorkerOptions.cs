using System.ComponentModel.DataAnnotations;

namespace Extractor.Workers;

/// <summary>How many workers there are and what one file may cost.</summary>
public sealed class WorkerOptions
{
    /// <summary>Worker processes; each reads one file at a time.</summary>
    /// <value>The default value is the number of processors.</value>
    [Range(1, 256)]
    public int Count { get; set; } = Environment.ProcessorCount;

    /// <summary>Files in hand at once: one for each worker, and two that are fetched or stored meanwhile, so that no worker waits for either.</summary>
    public int FilesInHand => Count + 2;

    /// <summary>A file that finishes no page and no stage for so long is given up.</summary>
    /// <value>The default value is 20 seconds.</value>
    [Range(0.05, 3600)]
    public double NoProgressSeconds { get; set; } = 20;

    /// <summary>Longest time for reading one file, however often it is tried; waiting for a worker does not count.</summary>
    /// <value>The default value is 120 seconds.</value>
    [Range(0.05, 86_400)]
    public double MaxSeconds { get; set; } = 120;

    /// <summary>Managed memory of one worker.</summary>
    /// <value>The default value is 768 MiB.</value>
    [Range(64, 65_536)]
    public int HeapMegabytes { get; set; } = 768;

    /// <summary>Writable memory of one worker in all: heap, stacks, code and native libraries.</summary>
    /// <value>The default value is 1,536 MiB.</value>
    [Range(192, 131_072)]
    public int ProcessMegabytes { get; set; } = 1536;

    /// <summary>A worker that has read so many files is replaced.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 1_000_000)]
    public int FilesPerWorker { get; set; } = 1000;

    /// <summary>A worker that holds more memory than this after a file is replaced.</summary>
    /// <value>The default value is 512 MiB.</value>
    [Range(32, 131_072)]
    public int ReplaceAboveMegabytes { get; set; } = 512;

    /// <summary>Workers a file may end before it is set aside.</summary>
    /// <value>The default value is 3.</value>
    [Range(1, 100)]
    public int DeathsBeforeQuarantine { get; set; } = 3;

    /// <summary>Longest time from the start of a worker until it is warm.</summary>
    /// <value>The default value is 60 seconds.</value>
    [Range(0.05, 3600)]
    public double StartSeconds { get; set; } = 60;

    /// <summary>Largest result of one file.</summary>
    /// <value>The default value is 256 MiB.</value>
    [Range(1, 1024)]
    public int MaxResultMegabytes { get; set; } = 256;

    /// <summary>Whether workers are cut off from the network where the system allows it; an engine that is a service needs it.</summary>
    /// <value>The default value is true.</value>
    public bool BlockNetwork { get; set; } = true;
}
