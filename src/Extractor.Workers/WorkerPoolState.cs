namespace Extractor.Workers;

/// <summary>What the workers of a pool are doing.</summary>
/// <param name="Ready">Warm workers, idle or reading.</param>
/// <param name="Reading">Files that are being read.</param>
/// <param name="Waiting">Files that wait for a worker.</param>
/// <param name="Started">Workers that became warm since the pool began.</param>
/// <param name="Quarantined">Files that are refused because they ended several workers.</param>
/// <param name="Problem">Why no worker can be started; null while all is well.</param>
public sealed record WorkerPoolState(int Ready, int Reading, int Waiting, long Started, int Quarantined, string? Problem);
