using System.Diagnostics.CodeAnalysis;

namespace Extractor.Workers.Pool;

/// <summary>
/// Remembers files by their content: how many workers each has ended, and which are not tried again. It lasts as long as the pool and holds a
/// bounded number of files.
/// </summary>
internal sealed class Quarantine(int deaths)
{
    private const int MostFiles = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _closed;

    private sealed record Entry(int Deaths, WorkerEndReason Reason);

    /// <summary>Files that are not tried again.</summary>
    public int Count => Volatile.Read(ref _closed);

    /// <summary>Counts a worker the file ended.</summary>
    /// <returns>Why the file is not tried again; null while it may be.</returns>
    public FileFailure? Strike(string sha256, WorkerEndReason reason)
    {
        lock (_lock)
        {
            bool isKnown = _entries.TryGetValue(sha256, out Entry? entry);
            entry = new Entry((entry?.Deaths ?? 0) + 1, reason);
            _entries[sha256] = entry;
            if (!isKnown)
            {
                _order.Enqueue(sha256);
                ForgetOldest();
            }

            if (entry.Deaths == deaths)
            {
                _closed++;
            }

            return entry.Deaths >= deaths ? Explain(entry) : null;
        }
    }

    /// <summary>A file that was read is innocent, whatever happened to its workers before.</summary>
    public void Forget(WorkItem item)
    {
        lock (_lock)
        {
            // Nearly always nothing is remembered, and then the content need not be named.
            if (_entries.Count == 0)
            {
                return;
            }
        }

        Forget(item.Sha256);
    }

    /// <summary>A file that somebody has looked at begins anew.</summary>
    public void Forget(string sha256)
    {
        lock (_lock)
        {
            if (_entries.Remove(sha256, out Entry? entry) && entry.Deaths >= deaths)
            {
                _closed--;
            }
        }
    }

    /// <summary>Whether the file is not tried again.</summary>
    public bool Holds(WorkItem item, [NotNullWhen(true)] out FileFailure? failure)
    {
        failure = null;
        if (Count == 0)
        {
            return false;
        }

        string sha256 = item.Sha256;
        lock (_lock)
        {
            if (_entries.TryGetValue(sha256, out Entry? entry) && entry.Deaths >= deaths)
            {
                failure = Explain(entry);
            }
        }

        return failure is not null;
    }

    private void ForgetOldest()
    {
        while (_order.Count > MostFiles)
        {
            if (_entries.Remove(_order.Dequeue(), out Entry? entry) && entry.Deaths >= deaths)
            {
                _closed--;
            }
        }
    }

    private static FileFailure Explain(Entry entry) => new(FailureCode.Quarantined, WorkerTexts.Quarantined(entry.Deaths, entry.Reason));
}
