namespace Extractor.Storage;

/// <summary>
/// Hands documents of the queue to several readers of one process. It leases a few at once, because a lease costs the database about as much for one as for
/// a handful; few enough that somebody who waits for a file does not notice those before it.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="owner">Holder of the leases.</param>
/// <param name="together">Documents leased at once.</param>
/// <param name="lease">Length of a lease; somebody has to renew it.</param>
/// <param name="versions">What reads here: documents that it has read before come with their answer.</param>
public sealed class DocumentFeed(DocumentQueue queue, string owner, int together, TimeSpan lease, ReadingVersions versions) : IDisposable
{
    private readonly SemaphoreSlim _leasing = new(1);
    private readonly Queue<LeasedDocument> _leased = new();

    /// <summary>The next document; null where none waits.</summary>
    public async Task<LeasedDocument?> NextAsync(CancellationToken cancellationToken)
    {
        await _leasing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_leased.Count == 0)
            {
                foreach (LeasedDocument document in await queue.LeaseAsync(owner, together, lease, versions, cancellationToken).ConfigureAwait(false))
                {
                    _leased.Enqueue(document);
                }
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
}
