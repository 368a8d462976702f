using System.Data.Common;
using Extractor.Storage.Maintenance;
using Extractor.Storage.Model;
using Extractor.Storage.Quotas;
using Extractor.Storage.Results;
using Extractor.Storage.Webhooks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Extractor.Storage.Databases;

/// <summary>PostgreSQL, shared by any number of processes.</summary>
internal sealed class PostgresDatabase : StoreDatabase
{
    private const int Tries = 4;
    private const int MostPrepared = 64;
    private const int MostEndsTogether = 16;
    // Long enough for the ends of a handful of documents, and nobody who waits for one notices it.
    private static readonly TimeSpan TimeForEnds = TimeSpan.FromMilliseconds(25);
    // A function and not SET LOCAL: it takes statements sent in one message for the transaction they are.
    private const string WithoutSync = "SELECT set_config('synchronous_commit', 'off', true)";
    // One number for all processes: whoever holds it migrates, the others wait and find nothing left to do.
    private const long MigrationLock = 0x4578747261637431;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;
    private readonly SharedWrites<ReadDocument, FinishedDocument?> _ends;
    // Made when a context is first asked for: EF Core is the dearest part of a start that needs none.
    private readonly Lazy<DbContextOptions<PostgresStoreContext>> _options;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = MostPrepared;
        }

        // Nothing here leaves anything behind in its connection, and cleaning up after each use is seven statements a time.
        settings.NoResetOnClose = true;
        _connectionString = connectionString;
        _source = NpgsqlDataSource.Create(settings);
        _ends = new(
            documents => TryAsync(connection => PostgresFinish.SendAsync(connection, documents, CancellationToken.None), CancellationToken.None), IsTransient,
            MostEndsTogether, TimeForEnds);
        _options = new(() => new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql(_source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
    }

    public override string ConnectionString => _connectionString;

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string LockKeys => "LOCK TABLE api_keys IN EXCLUSIVE MODE";

    public override string ByBytes => " COLLATE \"C\"";

    public override Task GoOnNumberingAsync(string table, string column, CancellationToken cancellationToken) => WriteAsync(
        session => session.NumberAsync(
            $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT max({column}) FROM {table}))", cancellationToken), cancellationToken);

    public override StoreContext CreateContext() => new PostgresStoreContext(_options.Value);

    protected override IReadOnlyList<string> Migrations => MigrationNames.Postgres;

    protected override async Task ApplyMigrationsAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var session = new StoreSession(this, connection);
        await using (NpgsqlCommand wait = connection.CreateCommand())
        {
            // However long another process migrates.
            wait.CommandTimeout = 0;
            wait.CommandText = "SELECT pg_advisory_lock($1)";
            wait.Parameters.Add(new NpgsqlParameter { Value = MigrationLock });
            await wait.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await base.ApplyMigrationsAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await session.ExecuteAsync("SELECT pg_advisory_unlock(@id)", CancellationToken.None, ("@id", MigrationLock)).ConfigureAwait(false);
        }
    }

    public override Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken) => TryAsync(
        async connection =>
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var session = new StoreSession(this, connection);
            if (!isDurable)
            {
                await session.ExecuteAsync(WithoutSync, cancellationToken).ConfigureAwait(false);
            }

            T result = await work(session).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }, cancellationToken);

    // Statements that come in one message are one transaction, which saves the messages that begin and end it.
    public override Task<List<T>> WriteReturningAsync<T>(
        string sql, Func<DbDataReader, T> read, bool isDurable, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) => TryAsync(
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection);
            if (!isDurable)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(WithoutSync));
            }

            batch.BatchCommands.Add(Command(sql, parameters));
            await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            if (!isDurable)
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            // What goes wrong at the commit is only told by reading on.
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return rows;
        }, cancellationToken);

    public override Task<StoredEnd> AddResultAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken) =>
        PostgresFinish.AddAsync(session, result, now, cancellationToken);

    public override async Task<StoredEnd?> FinishAsync(ReadDocument document, CancellationToken cancellationToken)
    {
        FinishedDocument? finished = await _ends.WriteAsync(document).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (finished is { EndsJob: true } last)
        {
            await WriteAsync(session => JobEnds.NoteAsync(session, last.Job, document.Now, cancellationToken), isDurable: true, cancellationToken).ConfigureAwait(false);
        }

        return finished?.End;
    }

    public override async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await work(new StoreSession(this, connection)).ConfigureAwait(false);
    }

    public override Task<int> InsertManyAsync(
        DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows, bool passesOverKnown, CancellationToken cancellationToken) =>
        PostgresRows.InsertAsync((NpgsqlConnection)connection, table, columns, rows, Unless(passesOverKnown), cancellationToken);

    public override async Task ExecuteAllAsync(StoreSession session, IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = Batch(session, statements);
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task<List<T>> ExecuteAllAsync<T>(
        StoreSession session, IReadOnlyList<Statement> statements, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = Batch(session, statements);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        // Statements that return nothing have no result to go over.
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public override IEnumerable<Statement> Listing(IReadOnlyList<NewDocument> originals, long now) =>
    [
        new Statement(
            """
            INSERT INTO originals (sha256, bytes, stored_at) SELECT o.sha256, o.bytes, @now FROM unnest(@digests, @sizes) AS o (sha256, bytes)
            ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes
            """, [("@now", now), .. Columns(originals)]),
    ];

    public override IEnumerable<Statement> Holding(string owner, IReadOnlyList<NewDocument> documents) =>
    [
        new Statement(
            $"""
            WITH added AS (
                INSERT INTO holdings (owner, sha256, bytes) SELECT @owner, d.sha256, d.bytes FROM unnest(@digests, @sizes) AS d (sha256, bytes)
                ON CONFLICT DO NOTHING RETURNING bytes)
            INSERT INTO owners (owner, files, bytes) SELECT @owner, count(*), coalesce(sum(bytes), 0) FROM added
            ON CONFLICT (owner) DO UPDATE SET files = owners.files + excluded.files, bytes = owners.bytes + excluded.bytes
            {Holdings.Returning}
            """,
            [("@owner", owner), .. Columns(documents)]),
    ];

    public override async Task<List<T>> QueryEachAsync<T>(
        StoreSession session, string sql, IReadOnlyList<int> each, string? order, int count, Func<DbDataReader, T> read, CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters) => await session.QueryAsync(
            $"""
            SELECT answer.* FROM unnest(@all) AS one(id) CROSS JOIN LATERAL ({sql.Replace("@each", "one.id", StringComparison.Ordinal)}) answer
            {(order is null ? "" : $"ORDER BY {order}")} LIMIT {count}
            """, read, cancellationToken, [.. parameters, ("@all", each as int[] ?? [.. each])]).ConfigureAwait(false);

    public override string BackupFile => "extractor.dump";

    public override Task BackupAsync(string file, CancellationToken cancellationToken) => PostgresTools.DumpAsync(_connectionString, file, cancellationToken);

    public override async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        long? tables = await ReadAsync(
            session => session.NumberAsync("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (tables > 0)
        {
            throw new BackupException("The database has tables already.");
        }

        await PostgresTools.RestoreAsync(_connectionString, file, cancellationToken).ConfigureAwait(false);
    }

    public override bool IsTransient(Exception exception) => exception is NpgsqlException { IsTransient: true } or PostgresException
    {
        SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
    };

    public override async ValueTask DisposeAsync()
    {
        await _ends.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static (string Name, object? Value)[] Columns(IReadOnlyList<NewDocument> documents) =>
        [("@digests", documents.Select(document => document.Sha256).ToArray()), ("@sizes", documents.Select(document => document.Bytes).ToArray())];

    private static NpgsqlBatch Batch(StoreSession session, IReadOnlyList<Statement> statements)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection);
        foreach (Statement statement in statements)
        {
            batch.BatchCommands.Add(Command(statement.Sql, statement.Parameters));
        }

        return batch;
    }

    /// <summary>A statement with its values.</summary>
    public static NpgsqlBatchCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
#pragma warning disable CA2100 // Texts of the stores; values travel as parameters only.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        command.Parameters.AddRange(parameters.Select(parameter => new NpgsqlParameter(parameter.Name, parameter.Value ?? DBNull.Value)).ToArray());
        return command;
    }

    private async Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                return await work(connection).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (attempt < Tries && exception.SqlState
                is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // The server has rolled the whole transaction back, so the work can simply be done again.
            }
        }
    }
}
