using Extractor.Storage.Histories;
using Extractor.Storage.Results;
using Extractor.Storage.Webhooks;
using Npgsql;
using NpgsqlTypes;

namespace Extractor.Storage.Databases;

/// <summary>An answer, and the end of a document with it, in PostgreSQL: one statement in one message, because each message costs more than what it does.</summary>
internal static class PostgresFinish
{
    private const string Ended = """
        ended AS (
            UPDATE documents SET state = @state, result_id = nextval('results_id_seq'), reason = NULL, reason_vi = NULL, reason_en = NULL,
                lease_owner = NULL, lease_until = NULL, finished_at = @now
            WHERE id = @document AND state = 1 AND lease_owner = @owner RETURNING result_id, job_id)
        """;

    // All parts see the tables as they were, so the update of older answers does not meet the new one; what depends on it takes it from "added".
    private const string MadeFromIt = $"""
        older AS (
            UPDATE results SET is_current = FALSE WHERE sha256 = @sha256 AND family = @family AND is_current AND EXISTS (SELECT 1 FROM added) RETURNING id),
        gone AS (DELETE FROM findings WHERE result_id IN (SELECT id FROM older)),
        bodies AS (INSERT INTO result_bodies (result_id, body) SELECT id, @body FROM added),
        figures AS (INSERT INTO result_values (result_id, packed) SELECT id, @packed FROM added),
        backlog AS (INSERT INTO series_backlog (result_id) SELECT id FROM added UNION ALL SELECT id FROM older ON CONFLICT DO NOTHING),
        broken AS (
            INSERT INTO findings (result_id, ordinal, rule, severity, group_id)
            SELECT id, f.place - 1, f.rule, f.severity, @group FROM added, unnest(@rules, @severities) WITH ORDINALITY f(rule, severity, place)),
        told AS (
            INSERT INTO history (at, kind, subject, detail) SELECT @now, '{HistoryLog.ResultStored}', '{HistoryLog.ResultSubjects}' || id, @sha256 FROM added)
        """;

    private const string Add = $"""
        WITH added AS (INSERT INTO results ({ResultColumns.Names}) VALUES ({ResultColumns.Parameters}) ON CONFLICT DO NOTHING RETURNING id),
        {MadeFromIt}
        SELECT id FROM added
        """;

    private const string Finish = $"""
        WITH {Ended},
        added AS (
            INSERT INTO results (id, {ResultColumns.Names}) SELECT result_id, {ResultColumns.Parameters} FROM ended ON CONFLICT DO NOTHING RETURNING id),
        {MadeFromIt}
        SELECT (SELECT job_id FROM ended), (SELECT id FROM added)
        """;

    // The same versions gave an answer to the same bytes before: it stands.
    private const string Duplicate = $"""
        UPDATE documents SET state = 12, result_id = (SELECT id FROM results WHERE {ResultColumns.Identity})
        WHERE id = @document AND lease_owner IS NULL AND result_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM results r WHERE r.id = documents.result_id)
        RETURNING result_id
        """;

    private const string Earlier = $"SELECT id FROM results WHERE {ResultColumns.Identity}";

    public static async Task<StoredEnd> AddAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection);
        batch.BatchCommands.Add(Command(Add, result, now));
        batch.BatchCommands.Add(Command(Earlier, ResultColumns.IdentityOf(result)));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        bool isNew = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new StoredEnd(reader.GetInt64(0), isNew);
    }

    /// <summary>
    /// Writes the end in one message, which is a transaction: neither its begin nor its commit needs one of their own. Behind the commit the same message
    /// looks whether the job goes on.
    /// </summary>
    /// <returns>Null where the lease was lost.</returns>
    public static async Task<FinishedDocument?> SendAsync(NpgsqlConnection connection, ReadDocument document, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Finish, document.Result, document.Now, ("@document", document.Id), ("@owner", document.LeaseOwner)));
        NpgsqlBatchCommand duplicate = Command(Duplicate, [.. ResultColumns.IdentityOf(document.Result), ("@document", document.Id)]);
        duplicate.AppendErrorBarrier = true;
        batch.BatchCommands.Add(duplicate);
        batch.BatchCommands.Add(Command(JobEnds.AnyOpenBeside, [("@document", document.Id)]));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        string? job = reader.IsDBNull(0) ? null : reader.GetString(0);
        long? added = reader.IsDBNull(1) ? null : reader.GetInt64(1);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        long? earlier = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt64(0) : null;
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        bool goesOn = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return job is null ? null
            : (added ?? earlier) is { } result ? new FinishedDocument(job, new StoredEnd(result, added is not null), goesOn)
            : throw new InvalidOperationException("A document has neither an answer nor an earlier one.");
    }

    private static NpgsqlBatchCommand Command(string sql, PreparedResult result, long now, params (string, object?)[] more)
    {
        NpgsqlBatchCommand command = Command(sql, [.. ResultColumns.Of(result, now), ("@body", result.Body), ("@packed", result.Values), .. more]);
        command.Parameters.Add(Array("@rules", NpgsqlDbType.Text, result.Index.Findings.Select(finding => finding.Rule).ToArray()));
        command.Parameters.Add(Array("@severities", NpgsqlDbType.Integer, result.Index.Findings.Select(finding => (int)finding.Severity).ToArray()));
        return command;
    }

    private static NpgsqlBatchCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
#pragma warning disable CA2100 // One of the constants above.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.Add(value is null ? new NpgsqlParameter(name, TypeOf(name)) { Value = DBNull.Value } : new NpgsqlParameter(name, value));
        }

        return command;
    }

    private static NpgsqlParameter Array(string name, NpgsqlDbType type, object values) => new(name, NpgsqlDbType.Array | type) { Value = values };

    // A null without a type would be taken for a text.
    private static NpgsqlDbType TypeOf(string name) => name switch
    {
        "@agency" or "@year" => NpgsqlDbType.Integer,
        "@kind" or "@part" or "@level" => NpgsqlDbType.Smallint,
        _ => NpgsqlDbType.Text,
    };
}

/// <summary>A document whose end was written.</summary>
/// <param name="Job">Its job.</param>
/// <param name="End">Its answer.</param>
/// <param name="GoesOn">Whether other documents of the job are on their way.</param>
internal readonly record struct FinishedDocument(string Job, StoredEnd End, bool GoesOn);
