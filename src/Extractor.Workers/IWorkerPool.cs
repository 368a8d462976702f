namespace Extractor.Workers;

/// <summary>Reads files in processes of their own, so that a hostile file can cost a worker and never the host.</summary>
public interface IWorkerPool
{
    /// <summary>What the workers are doing now.</summary>
    WorkerPoolState State { get; }

    /// <summary>Reads one file. Calls may run side by side; as many as there are workers are read at once, the others wait.</summary>
    /// <returns>The result, or the reason why there is none. Whatever the file does, it ends in one of the two.</returns>
    /// <exception cref="WorkersUnavailableException">No worker can be started: the installation is broken, not the file.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, or the pool was closed.</exception>
    Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Waits for the first warm worker.</summary>
    /// <exception cref="WorkersUnavailableException">No worker can be started.</exception>
    Task WaitUntilReadyAsync(CancellationToken cancellationToken = default);

    /// <summary>Lets a file be tried again that ended workers before.</summary>
    /// <param name="sha256">Digest of its bytes.</param>
    void Release(string sha256)
    {
    }
}
