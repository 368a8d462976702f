using System.Threading.Channels;

namespace Extractor.Workers.Pool;

/// <summary>Files that wait for a worker: those of people before those of campaigns, each in order of arrival.</summary>
internal sealed class WorkItemQueue
{
    private readonly Channel<WorkItem> _channel = Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<WorkItem>
    {
        Comparer = Comparer<WorkItem>.Create((a, b) => a.Priority != b.Priority ? a.Priority.CompareTo(b.Priority) : a.Number.CompareTo(b.Number)),
    });

    public int Count => _channel.Reader.Count;

    /// <summary>Takes the file in; false after <see cref="Close"/>.</summary>
    public bool TryAdd(WorkItem item) => _channel.Writer.TryWrite(item);

    /// <summary>The next file somebody still waits for.</summary>
    public bool TryTake(out WorkItem item)
    {
        while (_channel.Reader.TryRead(out item!))
        {
            if (!item.Outcome.IsCompleted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Done when there may be a file; the result is false after <see cref="Close"/>.</summary>
    public Task<bool> WaitAsync() => _channel.Reader.WaitToReadAsync().AsTask();

    public void Close() => _channel.Writer.TryComplete();
}
