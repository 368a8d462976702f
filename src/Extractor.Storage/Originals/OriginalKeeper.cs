using Extractor.Storage.Databases;

namespace Extractor.Storage.Originals;

/// <summary>Keeps the list of originals in step with their files.</summary>
internal sealed class OriginalKeeper(IOriginalStore store, TimeProvider time)
{
    /// <summary>Lists originals whose files were put before.</summary>
    /// <exception cref="IOException">A deletion at the same moment has removed a file; sending it again helps.</exception>
    public async Task RegisterAsync(StoreSession session, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        // In order, so that two jobs with the same files wait for each other instead of deadlocking.
        foreach (NewDocument document in documents.DistinctBy(document => document.Sha256).OrderBy(document => document.Sha256, StringComparer.Ordinal))
        {
            // The row is locked from here on: a deletion either is over and has taken the file with it, or waits until this job is stored.
            await session.ExecuteAsync(
                "INSERT INTO originals (sha256, bytes, stored_at) VALUES (@sha256, @bytes, @now) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes",
                cancellationToken, ("@sha256", document.Sha256), ("@bytes", document.Bytes), ("@now", Instant.Now(time))).ConfigureAwait(false);
            if (!await store.ContainsAsync(document.Sha256, cancellationToken).ConfigureAwait(false))
            {
                throw new IOException($"The original {document.Sha256} was deleted while its job was being stored.");
            }
        }
    }
}
