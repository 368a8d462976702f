using Extractor.Api.Problems;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Work;

/// <summary>
/// Bounds what the service holds at once: a few files are read, some more wait or are being sent, the rest is told to come back. Small requests have a few
/// places that no large one takes: they are soon read and hold little.
/// </summary>
internal sealed class WorkQueue(IOptions<ApiOptions> options, IOptions<WorkerOptions> workers)
{
    private readonly int _places = workers.Value.Count + options.Value.MaxWaiting;
    private int _taken;

    /// <summary>Whether one more request of any size would be taken.</summary>
    public bool HasPlace => Volatile.Read(ref _taken) < _places;

    /// <summary>Takes a place until it is disposed of, from before the file is sent, so that waiting files cannot fill the memory.</summary>
    /// <param name="bytes">What the request is going to send; null where it did not say.</param>
    /// <exception cref="ProblemException">All places are taken.</exception>
    public Place Enter(long? bytes)
    {
        int places = bytes <= options.Value.SmallBytes ? _places + options.Value.MaxWaitingSmall : _places;
        if (Interlocked.Increment(ref _taken) > places)
        {
            Interlocked.Decrement(ref _taken);
            throw new ProblemException(Problem.TooBusy, ProblemTexts.TooBusy) { RetryAfterSeconds = options.Value.RetryAfterSeconds };
        }

        return new Place(this);
    }

    /// <summary>A place in the queue.</summary>
    public readonly struct Place(WorkQueue queue) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref queue._taken);
    }
}
