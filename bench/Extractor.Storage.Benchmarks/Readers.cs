using System.Collections.Concurrent;
using Extractor.Benchmarks;

namespace Extractor.Storage.Benchmarks;

/// <summary>
/// The pipeline on threads of its own, as the service has processes for it: threads of the pool would have the continuations of queue and storage wait for
/// the end of a document, which nothing in the service does. It knows the time its threads computed.
/// </summary>
internal sealed class Readers : IDisposable
{
    private readonly ExtractionPipeline _pipeline;
    private readonly BlockingCollection<Work> _waiting = [];
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly Thread[] _threads;

    public Readers(ExtractionPipeline pipeline, int count)
    {
        _pipeline = pipeline;
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(ReadAll) { IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    public int Count => _threads.Length;

    public Task ReadAsync(string name, byte[] bytes)
    {
        var work = new Work(new SourceFile(name, bytes));
        _waiting.Add(work);
        return work.Done.Task;
    }

    public double TakeMilliseconds()
    {
        double sum = _milliseconds.Sum();
        _milliseconds.Clear();
        return sum;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
        _waiting.Dispose();
    }

    private void ReadAll()
    {
        foreach (Work work in _waiting.GetConsumingEnumerable())
        {
            double start = ThreadClock.Milliseconds;
            _pipeline.Extract(work.File);
            _milliseconds.Add(ThreadClock.Milliseconds - start);
            work.Done.SetResult();
        }
    }

    private sealed record Work(SourceFile File)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
