namespace Extractor.Storage;

/// <summary>
/// Hands documents of the queue to several readers of one process. It leases a few at once, because a lease costs the database about as much for one as for
/// a handful: more of them as long as they are read quickly, and never so many that somebody who waits for a file notices those before it.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="owner">Holder of the leases.</param>
/// <param name="fewest">Documents leased at once when nothing is known of how long they take.</param>
/// <param name="lease">Length of a lease; somebody has to renew it.</param>
/// <param name="versions">What reads here: documents that it has read before come with their answer.</param>
/// <param name="time">Tells how long the readers take.</param>
public sealed class DocumentFeed(DocumentQueue queue, string owner, int fewest, TimeSpan lease, ReadingVersions versions, TimeProvider time) : IDisposable
{
    private const int Most = 8;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _leasing = new(1);
    private readonly Queue<LeasedDocument> _leased = new();
    private int _together;
    private bool _wasFull;
    private long _at;

    /// <summary>The next document; null where none waits.</summary>
    public async Task<LeasedDocument?> NextAsync(CancellationToken cancellationToken)
    {
        await _leasing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_leased.Count > 0 && _together > fewest && time.GetElapsedTime(_at) > Slow)
            {
                // They turned out to take long: what is urgent may have come since.
                await ReturnAllAsync(cancellationToken).ConfigureAwait(false);
            }

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
            await ReturnAllAsync(cancellationToken).ConfigureAwait(false);
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
        _together = _wasFull && time.GetElapsedTime(_at) < Quick ? Math.Max(fewest, Math.Min(2 * _together, Most)) : fewest;
        foreach (LeasedDocument document in await queue.LeaseAsync(owner, _together, lease, versions, cancellationToken).ConfigureAwait(false))
        {
            _leased.Enqueue(document);
        }

        _wasFull = _leased.Count == _together;
        _at = time.GetTimestamp();
    }

    private async Task ReturnAllAsync(CancellationToken cancellationToken)
    {
        while (_leased.TryPeek(out LeasedDocument? document))
        {
            await queue.ReleaseAsync(document, owner, cancellationToken).ConfigureAwait(false);
            _leased.Dequeue();
        }
    }
}
