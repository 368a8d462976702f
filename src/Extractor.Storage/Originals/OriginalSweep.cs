using Extractor.Storage.Databases;
using Extractor.Storage.Histories;

namespace Extractor.Storage;

/// <summary>What a look through the originals has found.</summary>
/// <param name="Files">Files that are there.</param>
/// <param name="Orphans">Files no job ever named; removed unless the look was to report only.</param>
/// <param name="Missing">Originals whose file is gone.</param>
public sealed record SweepReport(long Files, IReadOnlyList<string> Orphans, IReadOnlyList<string> Missing);

/// <summary>
/// Compares the files of the store of originals with the list in the database. A file whose job was never stored (its sender went away, or the process died
/// in between) is removed after a while; a file that is gone can only be told.
/// </summary>
public sealed class OriginalSweep
{
    private const int Most = 1000;

    private readonly StoreDatabase _database;
    private readonly IOriginalStore _originals;
    private readonly TimeProvider _time;

    internal OriginalSweep(StoreDatabase database, IOriginalStore originals, TimeProvider time)
    {
        _database = database;
        _originals = originals;
        _time = time;
    }

    /// <summary>Looks through all originals.</summary>
    /// <param name="age">How old a file must be to be an orphan: one that has just arrived waits for its job.</param>
    /// <param name="removes">Whether orphans are removed.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>What was found; of orphans and missing ones the first thousand are named.</returns>
    public async Task<SweepReport> RunAsync(TimeSpan age, bool removes, CancellationToken cancellationToken)
    {
        DateTimeOffset before = _time.GetUtcNow() - age;
        long files = 0;
        var orphans = new List<string>();
        await foreach (StoredOriginal file in _originals.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            files++;
            if (orphans.Count < Most && file.StoredAt < before && !await IsKnownAsync(file.Sha256, cancellationToken).ConfigureAwait(false)
                && (!removes || await RemoveAsync(file.Sha256, cancellationToken).ConfigureAwait(false)))
            {
                orphans.Add(file.Sha256);
            }
        }

        return new SweepReport(files, orphans, await MissingAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Removes files at once whose job or campaign was refused; no quota counts them. Those that something names stay.</summary>
    public async Task DiscardAsync(IEnumerable<string> digests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digests);
        try
        {
            foreach (string sha256 in digests.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                if (!await IsKnownAsync(sha256, cancellationToken).ConfigureAwait(false))
                {
                    await RemoveAsync(sha256, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is IOException || _database.IsTransient(exception))
        {
            // The daily look finds what is left.
        }
    }

    private async Task<bool> IsKnownAsync(string sha256, CancellationToken cancellationToken) => await _database.ReadAsync(
        session => session.NumberAsync("SELECT 1 FROM originals WHERE sha256 = @sha256", cancellationToken, ("@sha256", sha256)), cancellationToken)
        .ConfigureAwait(false) is not null;

    // The row is taken first: a job that brings these bytes at this moment either has it already, or waits and then finds that the file is gone.
    private Task<bool> RemoveAsync(string sha256, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            (string, object?) content = ("@sha256", sha256);
            long now = Instant.Now(_time);
            if (await session.ExecuteAsync(
                "INSERT INTO originals (sha256, bytes, stored_at) VALUES (@sha256, 0, @now) ON CONFLICT DO NOTHING", cancellationToken, content, ("@now", now))
                .ConfigureAwait(false) == 0)
            {
                return false;
            }

            await _originals.DeleteAsync(sha256, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM originals WHERE sha256 = @sha256", cancellationToken, content).ConfigureAwait(false);
            await HistoryLog.AddAsync(session, now, HistoryLog.OriginalDeleted, $"original:{sha256}", "sweep", null, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    private async Task<List<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        string last = "";
        while (missing.Count < Most)
        {
            string after = last;
            List<string> some = await _database.ReadAsync(
                session => session.QueryAsync(
                    $"SELECT sha256 FROM originals WHERE sha256 > @after ORDER BY sha256 LIMIT {Most}", row => row.GetString(0), cancellationToken, ("@after", after)),
                cancellationToken).ConfigureAwait(false);
            foreach (string sha256 in some)
            {
                if (!await _originals.ContainsAsync(sha256, cancellationToken).ConfigureAwait(false))
                {
                    missing.Add(sha256);
                }
            }

            if (some.Count < Most)
            {
                break;
            }

            last = some[^1];
        }

        return missing;
    }
}
