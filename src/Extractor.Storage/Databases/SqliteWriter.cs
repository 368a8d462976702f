using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Extractor.Storage.Databases;

/// <summary>
/// The one writer of SQLite. What arrives while a commit waits for the disk shares the next one: the more there is to write, the less each of it costs.
/// A piece of work that fails takes the others back with it, so then each is done again alone.
/// </summary>
internal sealed class SqliteWriter(SqliteDatabase database, Func<Task<SqliteConnection>> open) : IAsyncDisposable
{
    private const int MostShared = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Work> _waiting = new();
    private readonly PreparedCommands _commands = new();
    private SqliteConnection? _connection;
    private Task _writing = Task.CompletedTask;
    private bool _syncs = true;

    /// <summary>Does the work in a transaction; when this returns, it is committed.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken)
    {
        T? result = default;
        var mine = new Work(async session => result = await work(session).ConfigureAwait(false), isDurable, cancellationToken);
        lock (_lock)
        {
            _waiting.Enqueue(mine);
            if (_writing.IsCompleted)
            {
                _writing = Task.Run(WriteAllAsync, CancellationToken.None);
            }
        }

        await mine.Done.Task.ConfigureAwait(false);
        return result!;
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _writing;
        }

        await last.ConfigureAwait(false);
        await _commands.DisposeAsync().ConfigureAwait(false);
        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAllAsync()
    {
        while (Take() is { Count: > 0 } together)
        {
            if (await TryWriteAsync(together).ConfigureAwait(false) || together.Count == 1)
            {
                continue;
            }

            foreach (Work work in together)
            {
                await TryWriteAsync([work]).ConfigureAwait(false);
            }
        }
    }

    private List<Work> Take()
    {
        var together = new List<Work>();
        lock (_lock)
        {
            while (together.Count < MostShared && _waiting.TryDequeue(out Work? work))
            {
                if (work.Token.IsCancellationRequested)
                {
                    work.Done.TrySetCanceled(work.Token);
                    continue;
                }

                together.Add(work);
            }

            if (together.Count == 0)
            {
                _writing = Task.CompletedTask;
            }
        }

        return together;
    }

    /// <returns>Whether all of it was committed; a single piece is told itself why it was not.</returns>
    private async Task<bool> TryWriteAsync(List<Work> together)
    {
        try
        {
            _connection ??= await open().ConfigureAwait(false);
            await SyncAsync(together.Exists(work => work.IsDurable)).ConfigureAwait(false);
            await using DbTransaction transaction = await _connection.BeginTransactionAsync().ConfigureAwait(false);
            _commands.Transaction = transaction;
            var session = new StoreSession(database, _connection, _commands);
            foreach (Work work in together)
            {
                await work.Do(session).ConfigureAwait(false);
            }

            await transaction.CommitAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is belongs to whoever asked for the work.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (together is [var only])
            {
                only.Done.TrySetException(exception);
            }

            return false;
        }

        together.ForEach(work => work.Done.TrySetResult());
        return true;
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

    private sealed record Work(Func<StoreSession, Task> Do, bool IsDurable, CancellationToken Token)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
