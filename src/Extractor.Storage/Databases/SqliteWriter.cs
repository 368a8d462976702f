using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Extractor.Storage.Databases;

/// <summary>The one writer of SQLite: what arrives while a commit waits for the disk shares the next one.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostShared = 64;

    private readonly SqliteDatabase _database;
    private readonly Func<Task<SqliteConnection>> _open;
    private readonly SharedWrites<Work, bool> _shared;
    private readonly PreparedCommands _commands = new();
    private SqliteConnection? _connection;
    private bool _syncs = true;

    public SqliteWriter(SqliteDatabase database, Func<Task<SqliteConnection>> open)
    {
        _database = database;
        _open = open;
        _shared = new(DoAllAsync, isOfNone: _ => false, MostShared, moment: TimeSpan.Zero);
    }

    /// <summary>Does the work in a transaction; when this returns, it is committed.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken)
    {
        T? result = default;
        var mine = new Work(async session => result = await work(session).ConfigureAwait(false), isDurable, cancellationToken);
        return await _shared.WriteAsync(mine).ConfigureAwait(false) ? result! : throw new OperationCanceledException(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _shared.DisposeAsync().ConfigureAwait(false);
        await _commands.DisposeAsync().ConfigureAwait(false);
        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <returns>Of each piece whether it was done; otherwise whoever asked had given up.</returns>
    private async Task<IReadOnlyList<bool>> DoAllAsync(IReadOnlyList<Work> together)
    {
        _connection ??= await _open().ConfigureAwait(false);
        await SyncAsync(together.Any(work => work.IsDurable)).ConfigureAwait(false);
        await using DbTransaction transaction = await _connection.BeginTransactionAsync().ConfigureAwait(false);
        _commands.Transaction = transaction;
        var session = new StoreSession(_database, _connection, _commands);
        bool[] done = new bool[together.Count];
        for (int i = 0; i < done.Length; i++)
        {
            if (!together[i].Token.IsCancellationRequested)
            {
                await together[i].Do(session).ConfigureAwait(false);
                done[i] = true;
            }
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return done;
    }

    // A commit that syncs takes those before it to the disk too: the log is written in order.
    private async Task SyncAsync(bool sync)
    {
        if (_syncs != sync)
        {
            await using SqliteCommand command = _connection!.CreateCommand();
            command.CommandText = sync ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            _syncs = sync;
        }
    }

    private sealed record Work(Func<StoreSession, Task> Do, bool IsDurable, CancellationToken Token);
}
