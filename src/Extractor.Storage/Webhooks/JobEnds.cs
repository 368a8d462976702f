using System.Globalization;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Webhooks;

/// <summary>
/// Notices that a job is over, once, and tells those who asked. It is looked for after the transaction that ended a document: of those that end the last
/// documents at the same moment, the one that is committed last sees the others. A process that dies in between leaves a job whose end the next sweep
/// notices.
/// </summary>
internal static class JobEnds
{
    // From the end of the job, because documents are read from its begin.
    private const string AnyOpen = "SELECT 1 FROM documents WHERE job_id = @job AND state < 10 ORDER BY ordinal DESC LIMIT 1";
    private const int MostAtOnce = 1000;

    /// <summary>Ends the job if no document of it is on its way any more; called after what may have ended it is committed.</summary>
    public static async Task LookAsync(StoreDatabase database, string job, long now, CancellationToken cancellationToken)
    {
        // The usual answer, for which nothing needs to be locked.
        if (await database.ReadAsync(session => session.NumberAsync(AnyOpen, cancellationToken, ("@job", job)), cancellationToken).ConfigureAwait(false) is null)
        {
            await database.WriteAsync(session => NoteAsync(session, job, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the job if no document of it is on its way any more.</summary>
    /// <returns>Whether it ended now.</returns>
    public static async Task<bool> NoteAsync(StoreSession session, string job, long now, CancellationToken cancellationToken)
    {
        (string, object?) id = ("@job", job);
        // Who comes second waits for the first and then finds the job ended.
        if (await session.NumberAsync(AnyOpen, cancellationToken, id).ConfigureAwait(false) is not null
            || await session.ExecuteAsync(
                "UPDATE jobs SET ended_at = @now WHERE id = @job AND ended_at IS NULL", cancellationToken, id, ("@now", now)).ConfigureAwait(false) == 0)
        {
            return false;
        }

        await Outbox.AddAsync(session, now, WebhookEvents.JobEnded, job, () => DataOfAsync(session, job, cancellationToken), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Ends jobs whose end nobody has noticed, because whoever ended their last document died before it could look.
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
