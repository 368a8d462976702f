using Extractor.Storage.Histories;
using Extractor.Storage.Results;
using Extractor.Storage.Webhooks;

namespace Extractor.Storage.Databases;

/// <summary>The end of a document with its answer in SQLite: a statement costs next to nothing there, so they come one after the other.</summary>
internal static class SqliteFinish
{
    private static readonly string[] FindingColumns = ["result_id", "ordinal", "rule", "severity", "group_id"];

    public static async Task<StoredEnd?> WriteAsync(StoreSession session, ReadDocument document, CancellationToken cancellationToken)
    {
        // The transaction is alone from its begin: what is true here is true at its end.
        if (await session.NumberAsync(
            "SELECT 1 FROM documents WHERE id = @id AND state = 1 AND lease_owner = @owner", cancellationToken, ("@id", document.Id),
            ("@owner", document.LeaseOwner)).ConfigureAwait(false) is null)
        {
            return null;
        }

        StoredEnd end = await AddAsync(session, document.Result, document.Now, cancellationToken).ConfigureAwait(false);
        List<string> job = await session.QueryAsync(
            """
            UPDATE documents SET state = @state, result_id = @result, reason = NULL, reason_vi = NULL, reason_en = NULL, lease_owner = NULL,
                lease_until = NULL, finished_at = @now
            WHERE id = @id RETURNING job_id
            """, row => row.GetString(0), cancellationToken, ("@state", end.IsNew ? (short)document.Result.State : (short)DocumentState.Duplicate),
            ("@result", end.ResultId), ("@now", document.Now), ("@id", document.Id)).ConfigureAwait(false);
        await JobEnds.NoteAsync(session, job.Single(), document.Now, cancellationToken).ConfigureAwait(false);
        return end;
    }

    public static async Task<StoredEnd> AddAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken)
    {
        long? id = await session.NumberAsync(
            $"INSERT INTO results ({ResultColumns.Names}) VALUES ({ResultColumns.Parameters}) ON CONFLICT DO NOTHING RETURNING id", cancellationToken,
            ResultColumns.Of(result, now)).ConfigureAwait(false);
        if (id is null)
        {
            long? earlier = await session.NumberAsync(
                $"SELECT id FROM results WHERE {ResultColumns.Identity}", cancellationToken, ResultColumns.IdentityOf(result)).ConfigureAwait(false);
            return new StoredEnd(earlier!.Value, IsNew: false);
        }

        await ReplaceAsync(session, result, id.Value, cancellationToken).ConfigureAwait(false);
        (string, object?) key = ("@id", id.Value);
        await session.ExecuteAsync("INSERT INTO result_bodies (result_id, body) VALUES (@id, @body)", cancellationToken, key, ("@body", result.Body)).ConfigureAwait(false);
        await session.ExecuteAsync("INSERT INTO result_values (result_id, packed) VALUES (@id, @packed)", cancellationToken, key, ("@packed", result.Values)).ConfigureAwait(false);
        await session.ExecuteAsync("INSERT INTO series_backlog (result_id) VALUES (@id)", cancellationToken, key).ConfigureAwait(false);
        if (!result.Index.Findings.IsEmpty)
        {
            await session.InsertManyAsync("findings", FindingColumns, result.Index.Findings.Select(
                (finding, i) => new object?[] { id, i, finding.Rule, (int)finding.Severity, result.GroupId }), cancellationToken).ConfigureAwait(false);
        }

        await HistoryLog.AddAsync(
            session, now, HistoryLog.ResultStored, HistoryLog.ResultSubject(id.Value), null, result.Index.Sha256, cancellationToken).ConfigureAwait(false);
        return new StoredEnd(id.Value, IsNew: true);
    }

    // Older answers stay readable by their id; lists and series show the newest one only.
    private static async Task ReplaceAsync(StoreSession session, PreparedResult result, long id, CancellationToken cancellationToken)
    {
        List<long> older = await session.QueryAsync(
            "UPDATE results SET is_current = FALSE WHERE sha256 = @sha256 AND family = @family AND is_current AND id <> @id RETURNING id",
            row => row.GetInt64(0), cancellationToken, ("@sha256", result.Index.Sha256), ("@family", result.Index.Family), ("@id", id)).ConfigureAwait(false);
        foreach (long old in older)
        {
            await session.ExecuteAsync("DELETE FROM findings WHERE result_id = @id", cancellationToken, ("@id", old)).ConfigureAwait(false);
            await session.ExecuteAsync("INSERT INTO series_backlog (result_id) VALUES (@id) ON CONFLICT DO NOTHING", cancellationToken, ("@id", old)).ConfigureAwait(false);
        }
    }
}
