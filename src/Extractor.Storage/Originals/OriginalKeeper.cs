using Extractor.Storage.Databases;

namespace Extractor.Storage.Originals;

/// <summary>Keeps the list of originals in step with their files.</summary>
internal sealed class OriginalKeeper(IOriginalStore store, TimeProvider time)
{
    /// <summary>Lists originals and looks whether their files are there.</summary>
    /// <exception cref="IOException">A deletion at the same moment has removed a file; sending it again helps.</exception>
    public async Task RegisterAsync(StoreSession session, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        await session.Database.ExecuteAllAsync(session, [.. Registration(documents)], cancellationToken).ConfigureAwait(false);
        await CheckAsync(documents, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists originals whose files were put before. In order, so that two jobs with the same files wait for each other instead of deadlocking.</summary>
    public IEnumerable<Statement> Registration(IReadOnlyList<NewDocument> documents)
    {
        long now = Instant.Now(time);
        return Each(documents).Select(document => new Statement(
            "INSERT INTO originals (sha256, bytes, stored_at) VALUES (@sha256, @bytes, @now) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes",
            ("@sha256", document.Sha256), ("@bytes", document.Bytes), ("@now", now)));
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

    private static IEnumerable<NewDocument> Each(IReadOnlyList<NewDocument> documents) =>
        documents.DistinctBy(document => document.Sha256).OrderBy(document => document.Sha256, StringComparer.Ordinal);
}
