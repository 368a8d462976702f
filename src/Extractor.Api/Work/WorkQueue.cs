using Extractor.Api.Problems;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Work;

/// <summary>Bounds what the service does at once: a few files are read, some more wait or are being sent, the rest is told to come back.</summary>
internal sealed class WorkQueue(IOptions<ApiOptions> options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _readers = new(options.Value.MaxConcurrent);
    private readonly int _places = options.Value.MaxConcurrent + options.Value.MaxWaiting;
    private int _taken;

    /// <summary>Whether one more request would be taken.</summary>
    public bool HasPlace => Volatile.Read(ref _taken) < _places;

    /// <summary>Takes a place until it is disposed of, from before the file is sent, so that waiting files cannot fill the memory.</summary>
    /// <exception cref="ProblemException">All places are taken.</exception>
    public Place Enter()
    {
        if (Interlocked.Increment(ref _taken) > _places)
        {
            Interlocked.Decrement(ref _taken);
            throw new ProblemException(Problem.TooBusy, ProblemTexts.TooBusy) { RetryAfterSeconds = options.Value.RetryAfterSeconds };
        }

        return new Place(this);
    }

    /// <summary>Runs work that is bound by the processor on a thread of its own turn.</summary>
    /// <exception cref="ProblemException">It takes longer than allowed.</exception>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        await _readers.WaitAsync(cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.MaxSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            return await Task.Run(() => work(either.Token), either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(Problem.Timeout, ProblemTexts.Timeout(options.Value.MaxSeconds), exception);
        }
        finally
        {
            _readers.Release();
        }
    }

    public void Dispose() => _readers.Dispose();

    /// <summary>A place in the queue.</summary>
    public readonly struct Place(WorkQueue queue) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref queue._taken);
    }
}
