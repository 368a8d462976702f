using System.Globalization;

namespace Extractor.Workers.Processes;

/// <summary>What a worker that ended has left behind.</summary>
/// <param name="ExitCode">128 and the number of the signal where one ended it.</param>
/// <param name="Errors">The beginning of its standard error.</param>
/// <param name="BrokenFrame">What was wrong with its last frame, if anything was.</param>
internal sealed record WorkerExit(int ExitCode, string Errors, string? BrokenFrame)
{
    private const int SignalKill = 128 + 9;
    private const int MostFrames = 4;

    /// <summary>Why it ended, where the host did not end it.</summary>
    public WorkerEndReason Reason => this switch
    {
        { BrokenFrame: not null } => WorkerEndReason.BrokenFrame,
        _ when Errors.Contains("Stack overflow", StringComparison.Ordinal) => WorkerEndReason.StackOverflow,
        _ when Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            || Errors.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal) => WorkerEndReason.OutOfMemory,
        { ExitCode: SignalKill } => WorkerEndReason.Killed,
        _ => WorkerEndReason.Crashed,
    };

    /// <summary>Exit code and places in the program; messages are left out because they can quote the document.</summary>
    public string Detail => string.Join(' ',
        new[] { BrokenFrame, string.Create(CultureInfo.InvariantCulture, $"exit code {ExitCode}") }
            .Concat(Errors.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)).Take(MostFrames).Select(line => line.Trim()))
            .Where(part => part is not null));

    /// <summary>Everything, for a worker that has not seen a document yet.</summary>
    public string DetailOfStart => string.Create(
        CultureInfo.InvariantCulture, $"{(BrokenFrame is null ? "" : BrokenFrame + "; ")}exit code {ExitCode}; {Errors.Trim()}");
}
