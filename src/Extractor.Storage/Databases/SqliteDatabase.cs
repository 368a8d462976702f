using System.Data.Common;
using Extractor.Storage.Model;
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
    private const string WriterSettings = Settings + "PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=16384; PRAGMA journal_size_limit=268435456;";

    private readonly SemaphoreSlim _writing = new(1);
    private readonly DbContextOptions<SqliteStoreContext> _options;
    private readonly string _connectionString;
    private SqliteConnection? _writer;
    private bool _syncsEachCommit;

    public SqliteDatabase(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _options = new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite(_connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public override string ConnectionString => _connectionString;

    public override string SkipLocked => "";

    public override string ForUpdate => "";

    // Every transaction of SQLite that writes is alone from its begin.
    public override string LockKeys => "SELECT 1";

    public override StoreContext CreateContext() => new SqliteStoreContext(_options);

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using (SqliteConnection connection = await OpenAsync("PRAGMA journal_mode=WAL;" + Settings, cancellationToken).ConfigureAwait(false))
        {
        }

        await base.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken)
    {
        // SQLite has one writer; waiting here is fair and cheap, waiting inside SQLite is a loop with sleeps.
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_writer is null)
            {
                _writer = await OpenAsync(WriterSettings, cancellationToken).ConfigureAwait(false);
                _syncsEachCommit = true;
            }

            await SyncEachCommitAsync(_writer, isDurable, cancellationToken).ConfigureAwait(false);
            await using DbTransaction transaction = await _writer.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            T result = await work(new StoreSession(this, _writer)).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = await OpenAsync(Settings, cancellationToken).ConfigureAwait(false);
        return await work(new StoreSession(this, connection)).ConfigureAwait(false);
    }

    public override async Task InsertManyAsync(
        DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns are constants of the stores.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
#pragma warning restore CA2100
        DbParameter[] parameters = [.. columns.Select(column =>
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
            return parameter;
        })];
        foreach (object?[] row in rows)
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
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
        if (_writer is not null)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }

        using var pool = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pool);
        _writing.Dispose();
    }

    private static string Alone(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    // A commit that syncs takes those before it to the disk too: the log is written in order.
    private async Task SyncEachCommitAsync(SqliteConnection writer, bool sync, CancellationToken cancellationToken)
    {
        if (_syncsEachCommit != sync)
        {
            await using SqliteCommand command = writer.CreateCommand();
            command.CommandText = sync ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            _syncsEachCommit = sync;
        }
    }

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
