namespace Extractor.Storage;

/// <summary>
/// Hands documents of the queue to several readers of one process. It leases a few at once, because a lease costs the database about as much for one as for
/// a handful; few enough that somebody who waits for a file does not notice those before it.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="owner">Holder of the leases.</param>
/// <param name="together">Documents leased at once; up to four times as many where those of the last leases were gone in a moment.</param>
/// <param name="lease">Length of a lease; somebody has to renew it.</param>
/// <param name="versions">What reads here: documents that it has read before come with their answer.</param>
/// <param name="time">The clock.</param>
public sealed class DocumentFeed(DocumentQueue queue, string owner, int together, TimeSpan lease, ReadingVersions versions, TimeProvider time) : IDisposable
{
    private const int MostTimes = 4;
    private const int MostTogether = 16;

    // What is leased goes before somebody's file that comes now, so it may not take longer than somebody notices.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _leasing = new(1);
    private readonly Queue<LeasedDocument> _leased = new();
    private int _count;
    private long _leasedAt;
    private bool _wasFull;

    /// <summary>The next document; null where none waits.</summary>
    public async Task<LeasedDocument?> NextAsync(CancellationToken cancellationToken)
    {
        await _leasing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_leased.Count == 0)
            {
                await LeaseAsync(cancellationToken).ConfigureAwait(false);
            }

            return _leased.TryDequeue(out LeasedDocument? next) ? next : null;
        }
        finally
        {
            _leasing.Release();
        }
    }

    /// <summary>Gives back what no reader has taken.</summary>
    public async Task ReturnAsync(CancellationToken cancellationToken)
    {
        await _leasing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_leased.TryDequeue(out LeasedDocument? document))
            {
                await queue.ReleaseAsync(document, owner, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _leasing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _leasing.Dispose();

    private async Task LeaseAsync(CancellationToken cancellationToken)
    {
        if (_count == 0 || time.GetElapsedTime(_leasedAt) > Moment)
        {
            _count = together;
        }
        else if (_wasFull)
        {
            _count = Math.Min(_count * 2, Math.Max(together, Math.Min(together * MostTimes, MostTogether)));
        }

        List<LeasedDocument> documents = await queue.LeaseAsync(owner, _count, lease, versions, cancellationToken).ConfigureAwait(false);
        documents.ForEach(_leased.Enqueue);
        _wasFull = documents.Count == _count;
        _leasedAt = time.GetTimestamp();
    }
}
