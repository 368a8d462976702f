using Extractor.Workers.Frames;

namespace Extractor.Workers.Pool;

/// <summary>A file on its way through the pool.</summary>
internal sealed class WorkItem : IDisposable
{
    private readonly TaskCompletionSource<FileOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;
    private string? _sha256;

    public WorkItem(RequestFrame request, WorkPriority priority, long number, CancellationToken cancellationToken)
    {
        Request = request;
        Priority = priority;
        Number = number;
        CancellationToken = cancellationToken;
        _registration = cancellationToken.Register(Cancel);
    }

    public RequestFrame Request { get; }

    public WorkPriority Priority { get; }

    /// <summary>Place in the order of arrival.</summary>
    public long Number { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Name of its content; costs a pass over all bytes.</summary>
    public string Sha256 => _sha256 ??= Request.File.ComputeSha256();

    /// <summary>Time it has been read for, over all tries.</summary>
    public TimeSpan Spent { get; set; }

    public Task<FileOutcome> Outcome => _outcome.Task;

    public void Complete(FileOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);

    public void Cancel() => _outcome.TrySetCanceled(CancellationToken);

    public void Dispose() => _registration.Dispose();
}
