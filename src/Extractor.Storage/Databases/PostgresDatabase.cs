using System.Data.Common;
using Extractor.Storage.Maintenance;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Extractor.Storage.Databases;

/// <summary>PostgreSQL, shared by any number of processes.</summary>
internal sealed class PostgresDatabase : StoreDatabase
{
    private const int Tries = 4;
    private const int MostPrepared = 64;
    // One number for all processes: whoever holds it migrates, the others wait and find nothing left to do.
    private const long MigrationLock = 0x4578747261637431;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgresStoreContext> _options;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = MostPrepared;
        }

        _connectionString = connectionString;
        _source = NpgsqlDataSource.Create(settings);
        _options = new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql(_source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
    }

    public override string ConnectionString => _connectionString;

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string ForUpdate => " FOR UPDATE";

    public override string LockKeys => "LOCK TABLE api_keys IN EXCLUSIVE MODE";

    public override StoreContext CreateContext() => new PostgresStoreContext(_options);

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var session = new StoreSession(this, connection);
        await session.ExecuteAsync("SELECT pg_advisory_lock(@id)", cancellationToken, ("@id", MigrationLock)).ConfigureAwait(false);
        try
        {
            await base.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await session.ExecuteAsync("SELECT pg_advisory_unlock(@id)", CancellationToken.None, ("@id", MigrationLock)).ConfigureAwait(false);
        }
    }

    public override async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                var session = new StoreSession(this, connection);
                if (!isDurable)
                {
                    await session.ExecuteAsync("SET LOCAL synchronous_commit = off", cancellationToken).ConfigureAwait(false);
                }

                T result = await work(session).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (PostgresException exception) when (attempt < Tries && exception.SqlState
                is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // The server has rolled the whole transaction back, so the work can simply be done again.
            }
        }
    }

    public override async Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await work(new StoreSession(this, connection)).ConfigureAwait(false);
    }

    public override async Task InsertManyAsync(
        DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using NpgsqlBinaryImporter copy = await ((NpgsqlConnection)connection)
            .BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        foreach (object?[] row in rows)
        {
            await copy.WriteRowAsync(cancellationToken, row!).ConfigureAwait(false);
        }

        await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

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

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
