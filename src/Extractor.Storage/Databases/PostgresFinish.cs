using Extractor.Storage.Histories;
using Extractor.Storage.Results;
using Npgsql;

namespace Extractor.Storage.Databases;

/// <summary>
/// Answers, and the ends of documents with them, in PostgreSQL: one statement in one message for all of them, because messages, transactions and the begin of
/// a statement cost more than what is written.
/// </summary>
internal static class PostgresFinish
{
    private const string NewId = "nextval('results_id_seq')";

    // Every row is found by its key. A plan made while the tables were small would read them from end to end, and stay when they have grown; and one made for
    // arrays of just this length costs more than it finds.
    private const string ByKeys = """
        SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
            set_config('plan_cache_mode', 'force_generic_plan', true)
        """;

    private const string Ended = $"""
        ended AS (
            UPDATE documents d SET state = g.state, result_id = {NewId}, reason = NULL, reason_vi = NULL, reason_en = NULL,
                lease_owner = NULL, lease_until = NULL, finished_at = g.created_at
            FROM given g WHERE d.id = g.place AND d.state = 1 AND d.lease_owner = g.owner RETURNING d.id, d.result_id, d.job_id)
        """;

    // All parts see the tables as they were, so the update of older answers does not meet the new ones; what depends on these takes them from "added".
    private const string AddFresh = $"""
        added AS (
            INSERT INTO results (id, {ResultColumns.Names}) SELECT result_id, {ResultColumns.Names} FROM fresh ON CONFLICT DO NOTHING
            RETURNING id, sha256, family),
        stored AS (SELECT f.* FROM added a JOIN fresh f ON f.result_id = a.id),
        older AS (
            UPDATE results r SET is_current = FALSE FROM added a WHERE r.sha256 = a.sha256 AND r.family = a.family AND r.is_current RETURNING r.id),
        gone AS (DELETE FROM findings WHERE result_id IN (SELECT id FROM older)),
        bodies AS (INSERT INTO result_bodies (result_id, body) SELECT result_id, body FROM stored),
        figures AS (INSERT INTO result_values (result_id, packed) SELECT result_id, packed FROM stored),
        backlog AS (INSERT INTO series_backlog (result_id) SELECT result_id FROM stored UNION ALL SELECT id FROM older ON CONFLICT DO NOTHING),
        broken AS (
            INSERT INTO findings (result_id, ordinal, rule, severity, group_id)
            SELECT s.result_id, b.ordinal, b.rule, b.severity, s.group_id FROM {PostgresAnswers.GivenFindings} JOIN stored s ON s.place = b.place),
        told AS (
            INSERT INTO history (at, kind, subject, detail) SELECT created_at, '{HistoryLog.ResultStored}', '{HistoryLog.ResultSubjects}' || result_id, sha256 FROM stored)
        """;

    private const string Add = $"""
        WITH given AS (SELECT * FROM {PostgresAnswers.Given}),
        fresh AS MATERIALIZED (SELECT {NewId} AS result_id, TRUE AS is_current, g.* FROM given g),
        {AddFresh}
        SELECT id FROM added
        """;

    private const string Finish = $"""
        WITH given AS (SELECT * FROM {PostgresAnswers.Given}),
        {Ended},
        fresh AS (SELECT e.result_id, TRUE AS is_current, g.* FROM ended e JOIN given g ON g.place = e.id),
        {AddFresh}
        SELECT e.id, e.job_id, a.id FROM ended e LEFT JOIN added a ON a.id = e.result_id
        """;

    // The same versions gave an answer to the same bytes before: it stands. Each part is asked for by itself, so that the planner has no choice to get wrong.
    private const string Duplicate = $"""
        UPDATE documents d SET state = 12, result_id = (
            SELECT r.id FROM {PostgresAnswers.GivenIdentities}, results r WHERE i.place = d.id AND r.sha256 = i.sha256 AND r.family = i.family
                AND r.schema_version = i.schema_version AND r.extractor_version = i.extractor_version AND r.model_version = i.model_version)
        FROM unnest(@places) p(id)
        WHERE d.id = p.id AND d.lease_owner IS NULL AND d.result_id IS NOT NULL AND (SELECT n.id FROM results n WHERE n.id = d.result_id) IS NULL
        RETURNING d.id, d.result_id
        """;

    // From the end of a job, because documents are read from its begin: the first look usually finds one that waits.
    private const string JobsThatAreOver = """
        SELECT p.id, (SELECT d.job_id FROM documents d WHERE d.id = p.id
            AND (SELECT 1 FROM documents o WHERE o.job_id = d.job_id AND o.state < 10 ORDER BY o.ordinal DESC LIMIT 1) IS NULL)
        FROM unnest(@places) p(id)
        """;

    private const string Earlier = $"SELECT id FROM results WHERE {ResultColumns.Identity}";

    public static async Task<StoredEnd> AddAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByKeys));
        batch.BatchCommands.Add(PostgresAnswers.Command(Add, [new ReadDocument(0, "", result, now)]));
        batch.BatchCommands.Add(PostgresDatabase.Command(Earlier, ResultColumns.IdentityOf(result)));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        bool isNew = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new StoredEnd(reader.GetInt64(0), isNew);
    }

    /// <summary>
    /// Writes ends in one message, which is a transaction: neither its begin nor its commit needs one of their own. Behind the commit the same message looks
    /// whether their jobs go on.
    /// </summary>
    /// <returns>In the order of the documents; null for one whose lease was lost.</returns>
    public static async Task<IReadOnlyList<FinishedDocument?>> SendAsync(
        NpgsqlConnection connection, IReadOnlyList<ReadDocument> documents, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByKeys));
        batch.BatchCommands.Add(PostgresAnswers.Command(Finish, documents));
        NpgsqlBatchCommand duplicate = PostgresAnswers.Identities(Duplicate, documents);
        duplicate.AppendErrorBarrier = true;
        batch.BatchCommands.Add(duplicate);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByKeys));
        batch.BatchCommands.Add(PostgresDatabase.Command(JobsThatAreOver, [("@places", documents.Select(document => document.Id).ToArray())]));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var ended = new Dictionary<long, (string Job, long? Added)>();
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ended.Add(reader.GetInt64(0), (reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        }

        var earlier = new Dictionary<long, long>();
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            earlier.Add(reader.GetInt64(0), reader.GetInt64(1));
        }

        // One of its documents tells that a job is over.
        var over = new Dictionary<string, long>(StringComparer.Ordinal);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!reader.IsDBNull(1))
            {
                over[reader.GetString(1)] = reader.GetInt64(0);
            }
        }

        return [.. documents.Select(document => EndOf(document.Id, ended, earlier, over))];
    }

    private static FinishedDocument? EndOf(
        long document, Dictionary<long, (string Job, long? Added)> ended, Dictionary<long, long> earlier, Dictionary<string, long> over)
    {
        if (!ended.TryGetValue(document, out (string Job, long? Added) end))
        {
            return null;
        }

        StoredEnd stored = end.Added is { } added ? new StoredEnd(added, IsNew: true)
            : earlier.TryGetValue(document, out long known) ? new StoredEnd(known, IsNew: false)
            : throw new InvalidOperationException("A document has neither an answer nor an earlier one.");
        return new FinishedDocument(end.Job, stored, over.TryGetValue(end.Job, out long teller) && teller == document);
    }
}

/// <summary>A document whose end was written.</summary>
/// <param name="Job">Its job.</param>
/// <param name="End">Its answer.</param>
/// <param name="EndsJob">Whether no other document of the job is on its way; told of one document of the job only.</param>
internal readonly record struct FinishedDocument(string Job, StoredEnd End, bool EndsJob);
