namespace Extractor.Workers;

/// <summary>Something the operator of a pool may want to log or count. Holds nothing of any document.</summary>
public abstract record WorkerNotice
{
    private protected WorkerNotice()
    {
    }
}

/// <summary>How the workers are shut in, found out once when the pool begins.</summary>
/// <param name="Means">What works here.</param>
/// <param name="Missing">What does not, with the reason.</param>
public sealed record SandboxChosen(IReadOnlyList<string> Means, IReadOnlyList<string> Missing) : WorkerNotice;

/// <summary>A worker is warm.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Elapsed">From start to warm.</param>
public sealed record WorkerStarted(int ProcessId, TimeSpan Elapsed) : WorkerNotice;

/// <summary>A worker ended.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">Exit code and what the runtime said first.</param>
/// <param name="FilesRead">Files it had read.</param>
public sealed record WorkerEnded(int ProcessId, WorkerEndReason Reason, string Detail, int FilesRead) : WorkerNotice;

/// <summary>A file ended so many workers that it is not tried again.</summary>
/// <param name="Sha256">Its content.</param>
/// <param name="Reason">How the last worker ended.</param>
public sealed record FileQuarantined(string Sha256, WorkerEndReason Reason) : WorkerNotice;

/// <summary>Worker after worker died before it was ready.</summary>
/// <param name="Problem">What the last of them left behind.</param>
/// <param name="NextTry">When the next one is started.</param>
public sealed record WorkersBroken(string Problem, TimeSpan NextTry) : WorkerNotice;

/// <summary>Why a worker ended.</summary>
public enum WorkerEndReason
{
    /// <summary>It had read its share of files, or had grown.</summary>
    Replaced,

    /// <summary>The pool was closed.</summary>
    Closed,

    /// <summary>The caller of its file gave up.</summary>
    Cancelled,

    /// <summary>Its file made no progress.</summary>
    NoProgress,

    /// <summary>Its file took too long in all.</summary>
    TooLong,

    /// <summary>It had no memory left.</summary>
    OutOfMemory,

    /// <summary>Its stack overflowed.</summary>
    StackOverflow,

    /// <summary>It was killed from outside: by the system, or by somebody.</summary>
    Killed,

    /// <summary>It wrote something that is no frame.</summary>
    BrokenFrame,

    /// <summary>It crashed or exited.</summary>
    Crashed,
}
