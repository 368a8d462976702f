using System.Collections.Immutable;

namespace Extractor.Evaluation.Runs;

/// <summary>Keeps the worst of any number of entries, and tells how many there were.</summary>
/// <param name="capacity">Most entries that are kept.</param>
internal sealed class WorstKept<T>(int capacity)
{
    // The least bad of those kept comes out first; among equals the latest.
    private readonly PriorityQueue<T, (double Badness, long Order)> _kept =
        new(Comparer<(double Badness, long Order)>.Create(
            static (a, b) => a.Badness.CompareTo(b.Badness) is var order && order != 0 ? order : b.Order.CompareTo(a.Order)));

    /// <summary>Number of entries met.</summary>
    public long Count { get; private set; }

    /// <summary>Takes an entry if it is bad enough.</summary>
    public void Add(T entry, double badness)
    {
        (double, long) priority = (badness, Count++);
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(entry, priority);
        }
        else
        {
            _kept.EnqueueDequeue(entry, priority);
        }
    }

    /// <summary>The entries kept, the worst first, equally bad ones as they came.</summary>
    public ImmutableArray<T> Describe() =>
    [
        .. _kept.UnorderedItems
            .OrderByDescending(item => item.Priority.Badness).ThenBy(item => item.Priority.Order).Select(item => item.Element),
    ];
}
