using System.Globalization;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Webhooks;

/// <summary>Notices, in the transaction that ends a job's last document, that the job is over, once, and tells those who asked.</summary>
internal static class JobEnds
{
    private const string AnyOpen = "SELECT 1 FROM documents WHERE job_id = @job AND state < 10 ORDER BY ordinal DESC LIMIT 1";
    /// <summary>Whether other documents of the job of one wait; then it has not ended, and nothing else needs to be asked.</summary>
    public const string OthersWait = """
        SELECT 1 FROM documents WHERE job_id = (SELECT d.job_id FROM documents d WHERE d.id = @document) AND state = 0 ORDER BY ordinal DESC LIMIT 1
        """;

    private const int MostAtOnce = 1000;

    /// <summary>Ends the job if no document of it is on its way any more.</summary>
    /// <returns>Whether it ended now.</returns>
    public static async Task<bool> NoteAsync(StoreSession session, string job, long now, CancellationToken cancellationToken)
    {
        (string, object?) id = ("@job", job);
        // The usual answer, from the end of the job because documents are read from its begin: others still wait, so nothing needs to be locked.
        if (await session.NumberAsync(
            "SELECT 1 FROM documents WHERE job_id = @job AND state = 0 ORDER BY ordinal DESC LIMIT 1", cancellationToken, id).ConfigureAwait(false) is not null)
        {
            return false;
        }

        // Of two transactions that end the last two documents, the second waits here and then sees what the first has done.
        if (await session.NumberAsync(
                $"SELECT 1 FROM jobs WHERE id = @job AND ended_at IS NULL{session.Database.ForUpdate}", cancellationToken, id).ConfigureAwait(false) is null
            || await session.NumberAsync(AnyOpen, cancellationToken, id).ConfigureAwait(false) is not null)
        {
            return false;
        }

        await session.ExecuteAsync("UPDATE jobs SET ended_at = @now WHERE id = @job", cancellationToken, id, ("@now", now)).ConfigureAwait(false);
        await Outbox.AddAsync(session, now, WebhookEvents.JobEnded, job, () => DataOfAsync(session, job, cancellationToken), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Ends jobs whose end nobody has noticed: a document that still waited when the last one but it was stored can be cancelled at the same moment.
    /// </summary>
    /// <returns>Number of jobs that ended now.</returns>
    public static async Task<int> SweepAsync(StoreSession session, long now, CancellationToken cancellationToken)
    {
        List<string> over = await session.QueryAsync(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT id FROM jobs j WHERE ended_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.job_id = j.id AND d.state < 10) ORDER BY id LIMIT {MostAtOnce}
            """), reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
        int ended = 0;
        foreach (string job in over)
        {
            ended += await NoteAsync(session, job, now, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return ended;
    }

    private static async Task<object> DataOfAsync(StoreSession session, string job, CancellationToken cancellationToken)
    {
        List<(DocumentState State, int Count)> counts = await session.QueryAsync(
            "SELECT state, count(*) FROM documents WHERE job_id = @job GROUP BY state ORDER BY state",
            row => ((DocumentState)row.GetInt16(0), (int)row.GetInt64(1)), cancellationToken, ("@job", job)).ConfigureAwait(false);
        bool cancelled = await session.NumberAsync(
            "SELECT 1 FROM jobs WHERE id = @job AND cancelled_at IS NOT NULL", cancellationToken, ("@job", job)).ConfigureAwait(false) is not null;
        return new
        {
            id = job,
            href = $"/v1/jobs/{job}",
            state = ContractWords.Of(cancelled ? JobState.Cancelled : JobState.Finished),
            total = counts.Sum(count => count.Count),
            states = counts.ToDictionary(count => ContractWords.Of(count.State), count => count.Count),
        };
    }
}
