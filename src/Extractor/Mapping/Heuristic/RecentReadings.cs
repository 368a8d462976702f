using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// What was read lately, for all threads and reports: offices print the same form for years, so most labels were read before. Two generations bound it:
/// when the present one is full it becomes the earlier one, and what is asked for again moves over.
/// </summary>
/// <param name="capacity">How much each generation holds.</param>
internal sealed class RecentReadings<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private Generation _present = new();
    private Generation _earlier = new();

    /// <summary>What was read of a key, if it was lately.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (Volatile.Read(ref _present).Readings.TryGetValue(key, out value))
        {
            return true;
        }

        if (!Volatile.Read(ref _earlier).Readings.TryGetValue(key, out value))
        {
            return false;
        }

        value = Keep(key, value);
        return true;
    }

    /// <summary>Keeps what was read; what another thread kept meanwhile stands.</summary>
    public TValue Keep(TKey key, TValue value)
    {
        Generation present = Volatile.Read(ref _present);
        if (!present.Readings.TryAdd(key, value))
        {
            return present.Readings.TryGetValue(key, out TValue? kept) ? kept : value;
        }

        if (Interlocked.Increment(ref present.Count) == capacity)
        {
            lock (_turn)
            {
                Volatile.Write(ref _earlier, present);
                Volatile.Write(ref _present, new Generation());
            }
        }

        return value;
    }

    private sealed class Generation
    {
        public int Count;

        public ConcurrentDictionary<TKey, TValue> Readings { get; } = new();
    }
}
