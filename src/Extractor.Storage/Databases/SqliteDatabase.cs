using System.Data.Common;
using Extractor.Storage.Model;
using Extractor.Storage.Quotas;
using Extractor.Storage.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Databases;

/// <summary>SQLite with a write-ahead log: any number of readers beside one writer, each commit synced to the disk.</summary>
internal sealed class SqliteDatabase : StoreDatabase
{
    // The log alone does not make a commit durable: NORMAL would sync only at checkpoints.
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";
    // An answer touches a page of the index for each of its hundred codes, and the next answer the same ones: with the usual 1,000 pages the log would be
    // carried over after every third answer.
    private const string WriterSettings = "PRAGMA journal_mode=WAL;" + Settings + "PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=16384; PRAGMA journal_size_limit=268435456;";

    private readonly SqliteWriter _writer;
    // Made when a context is first asked for: EF Core is the dearest part of a start that needs none.
    private readonly Lazy<DbContextOptions<SqliteStoreContext>> _options;
    private readonly string _connectionString;

    public SqliteDatabase(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _options = new(() => new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite(_connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        _writer = new SqliteWriter(this, () => OpenAsync(WriterSettings, CancellationToken.None));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public override string ConnectionString => _connectionString;

    public override string SkipLocked => "";

    // Every transaction of SQLite that writes is alone from its begin.
    public override string LockKeys => "SELECT 1";

    public override string ByBytes => "";

    // SQLite looks at the greatest number by itself.
    public override Task GoOnNumberingAsync(string table, string column, CancellationToken cancellationToken) => Task.CompletedTask;

    public override StoreContext CreateContext() => new SqliteStoreContext(_options.Value);

    protected override IReadOnlyList<string> Migrations => MigrationNames.Sqlite;

    protected override async Task ApplyMigrationsAsync(CancellationToken cancellationToken)
    {
        await using (SqliteConnection connection = await OpenAsync("PRAGMA journal_mode=WAL;" + Settings, cancellationToken).ConfigureAwait(false))
        {
        }

        await base.ApplyMigrationsAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, isDurable, cancellationToken);

    public override Task<List<T>> WriteReturningAsync<T>(
        string sql, Func<DbDataReader, T> read, bool isDurable, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        _writer.WriteAsync(session => session.QueryAsync(sql, read, cancellationToken, parameters), isDurable, cancellationToken);

    public override Task<StoredEnd> AddResultAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken) =>
        SqliteFinish.AddAsync(session, result, now, cancellationToken);

    public override Task<StoredEnd?> FinishAsync(ReadDocument document, CancellationToken cancellationToken) =>
        _writer.WriteAsync(session => SqliteFinish.WriteAsync(session, document, cancellationToken), isDurable: true, cancellationToken);

    public override async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = await OpenAsync(Settings, cancellationToken).ConfigureAwait(false);
        await using var commands = new PreparedCommands();
        return await work(new StoreSession(this, connection, commands)).ConfigureAwait(false);
    }

    public override Task<int> InsertManyAsync(
        DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows, bool passesOverKnown, CancellationToken cancellationToken) =>
        Task.FromResult(SqliteRows.Insert(((SqliteConnection)connection).Handle!, table, columns, rows, Unless(passesOverKnown)));

    public override async Task ExecuteAllAsync(StoreSession session, IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        foreach (Statement statement in statements)
        {
            await session.ExecuteAsync(statement.Sql, cancellationToken, statement.Parameters).ConfigureAwait(false);
        }
    }

    public override async Task<List<T>> ExecuteAllAsync<T>(
        StoreSession session, IReadOnlyList<Statement> statements, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await ExecuteAllAsync(session, [.. statements.SkipLast(1)], cancellationToken).ConfigureAwait(false);
        return await session.QueryAsync(statements[^1].Sql, read, cancellationToken, statements[^1].Parameters).ConfigureAwait(false);
    }

    // changes() is the number of rows the statement before has changed: 0 where the owner holds this content already.
    public override IEnumerable<Statement> Listing(IReadOnlyList<NewDocument> originals, long now) => originals.Select(original => new Statement(
        "INSERT INTO originals (sha256, bytes, stored_at) VALUES (@sha256, @bytes, @now) ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes",
        ("@sha256", original.Sha256), ("@bytes", original.Bytes), ("@now", now)));

    public override IEnumerable<Statement> Holding(string owner, IReadOnlyList<NewDocument> documents)
    {
        foreach (NewDocument document in documents)
        {
            yield return new Statement(
                "INSERT INTO holdings (owner, sha256, bytes) VALUES (@owner, @sha256, @bytes) ON CONFLICT DO NOTHING",
                ("@owner", owner), ("@sha256", document.Sha256), ("@bytes", document.Bytes));
            yield return new Statement(
                """
                INSERT INTO owners (owner, files, bytes) VALUES (@owner, changes(), changes() * @bytes)
                ON CONFLICT (owner) DO UPDATE SET files = owners.files + excluded.files, bytes = owners.bytes + excluded.bytes
                """, ("@owner", owner), ("@bytes", document.Bytes));
        }

        yield return new Statement(Holdings.Select, ("@owner", owner));
    }

    public override async Task<List<T>> QueryEachAsync<T>(
        StoreSession session, string sql, IReadOnlyList<int> each, string? order, int count, Func<DbDataReader, T> read, CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        foreach (int one in each)
        {
            if (order is null && rows.Count >= count)
            {
                break;
            }

            rows.AddRange(await session.QueryAsync(sql, read, cancellationToken, [.. parameters, ("@each", one)]).ConfigureAwait(false));
        }

        return rows;
    }

    public override string BackupFile => "extractor.db";

    public override async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        await using SqliteConnection from = await OpenAsync(Settings, cancellationToken).ConfigureAwait(false);
        await using var to = new SqliteConnection(Alone(file));
        await to.OpenAsync(cancellationToken).ConfigureAwait(false);
        from.BackupDatabase(to);
    }

    public override async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(Path))
        {
            throw new BackupException("The data directory has a database already.");
        }

        await using var from = new SqliteConnection(Alone(file));
        await from.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (await new StoreSession(this, from).QueryAsync("PRAGMA integrity_check", row => row.GetString(0), cancellationToken).ConfigureAwait(false) is not ["ok"])
        {
            throw new BackupException("The copy of the database is damaged.");
        }

        await using SqliteConnection to = await OpenAsync(Settings, cancellationToken).ConfigureAwait(false);
        from.BackupDatabase(to);
    }

    public override bool IsTransient(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED };

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        using var pool = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pool);
    }

    private static string Alone(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    private async Task<SqliteConnection> OpenAsync(string settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = settings;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }
}
