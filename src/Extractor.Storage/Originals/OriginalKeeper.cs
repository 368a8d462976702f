using Extractor.Storage.Databases;
using Extractor.Storage.Quotas;

namespace Extractor.Storage.Originals;

/// <summary>Keeps the list of originals in step with their files.</summary>
internal sealed class OriginalKeeper(IOriginalStore store, Holdings holdings, TimeProvider time)
{
    /// <summary>Lists originals for their owner and looks whether their files are there.</summary>
    /// <exception cref="IOException">A deletion at the same moment has removed a file; sending it again helps.</exception>
    /// <exception cref="QuotaExceededException">The owner may not have so much stored.</exception>
    public async Task RegisterAsync(StoreSession session, string? owner, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count > 0)
        {
            await TakeAsync(session, owner, documents, [], cancellationToken).ConfigureAwait(false);
            await CheckAsync(documents, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lists originals whose files were put before, for their owner, in one message with other statements that come first.</summary>
    /// <exception cref="QuotaExceededException">The owner may not have so much stored.</exception>
    public async Task TakeAsync(
        StoreSession session, string? owner, IReadOnlyList<NewDocument> documents, IEnumerable<Statement> others, CancellationToken cancellationToken)
    {
        NewDocument[] originals = [.. Each(documents)];
        Statement[] statements = [.. others, .. session.Database.Listing(originals, Instant.Now(time))];
        if (owner is null)
        {
            await session.Database.ExecuteAllAsync(session, statements, cancellationToken).ConfigureAwait(false);
            return;
        }

        Holdings.Check((await session.Database.ExecuteAllAsync(
            session, [.. statements, .. session.Database.Holding(owner, originals)], holdings.Read, cancellationToken).ConfigureAwait(false)).Single());
    }

    /// <summary>Looks whether the files are there, after their rows are locked: a deletion is over and has taken its file along, or waits for this transaction.</summary>
    /// <exception cref="IOException">A deletion at the same moment has removed a file; sending it again helps.</exception>
    public async Task CheckAsync(IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        foreach (NewDocument document in Each(documents))
        {
            if (!await store.ContainsAsync(document.Sha256, cancellationToken).ConfigureAwait(false))
            {
                throw new IOException($"The original {document.Sha256} was deleted while its job was being stored.");
            }
        }
    }

    // In order, so that two jobs with the same files wait for each other instead of deadlocking.
    private static IEnumerable<NewDocument> Each(IReadOnlyList<NewDocument> documents) =>
        documents.DistinctBy(document => document.Sha256).OrderBy(document => document.Sha256, StringComparer.Ordinal);
}
