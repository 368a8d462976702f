using System.Data.Common;
using Extractor.Storage.Model;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Databases;

/// <summary>One of the two databases. Statements are the same for both but for the few differences named here.</summary>
internal abstract class StoreDatabase : IAsyncDisposable
{
    /// <summary>How the database is reached.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>What follows a SELECT that takes rows others may be taking at the same time.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>A statement that makes other writers of keys wait until the transaction is over.</summary>
    public abstract string LockKeys { get; }

    /// <summary>What follows a text that is ordered by its bytes.</summary>
    public abstract string ByBytes { get; }

    /// <summary>Has new rows numbered behind those that were written with their numbers.</summary>
    public abstract Task GoOnNumberingAsync(string table, string column, CancellationToken cancellationToken);

    /// <summary>A context for reading.</summary>
    public abstract StoreContext CreateContext();

    /// <summary>Does the work in one transaction; when this returns, it is on the disk.</summary>
    public Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken) => WriteAsync(work, isDurable: true, cancellationToken);

    /// <summary>Does the work in one transaction.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isDurable">Whether it is on the disk afterwards; what may be forgotten in a power cut, such as a lease, need not wait for the disk.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> work, bool isDurable, CancellationToken cancellationToken);

    /// <summary>One statement in a transaction of its own, with the rows it returns.</summary>
    public abstract Task<List<T>> WriteReturningAsync<T>(
        string sql, Func<DbDataReader, T> read, bool isDurable, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters);

    /// <summary>Adds an answer with everything made from it; one that the same versions gave to the same bytes before stands.</summary>
    public abstract Task<StoredEnd> AddResultAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken);

    /// <summary>Writes the end of a document with its answer and everything made from it, in one transaction.</summary>
    /// <returns>The answer; null where the lease was lost, so that nothing was written.</returns>
    public abstract Task<StoredEnd?> FinishAsync(ReadDocument document, CancellationToken cancellationToken);

    /// <summary>Reads outside of any transaction.</summary>
    public abstract Task<T> ReadAsync<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Adds many rows to a table.</summary>
    /// <returns>How many were added.</returns>
    public abstract Task<int> InsertManyAsync(
        DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows, bool passesOverKnown, CancellationToken cancellationToken);

    /// <summary>What follows an INSERT that leaves rows as they are that are there already.</summary>
    protected static string Unless(bool passesOverKnown) => passesOverKnown ? " ON CONFLICT DO NOTHING" : "";

    /// <summary>Statements whose answers nobody looks at, one after the other in as few messages as possible.</summary>
    public abstract Task ExecuteAllAsync(StoreSession session, IReadOnlyList<Statement> statements, CancellationToken cancellationToken);

    /// <summary>The same with the rows the last of them returns.</summary>
    public abstract Task<List<T>> ExecuteAllAsync<T>(
        StoreSession session, IReadOnlyList<Statement> statements, Func<DbDataReader, T> read, CancellationToken cancellationToken);

    /// <summary>Statements that list originals, each once and in this order.</summary>
    public abstract IEnumerable<Statement> Listing(IReadOnlyList<NewDocument> originals, long now);

    /// <summary>Statements by which an owner holds what it does not hold yet; the last returns its sum and its quota.</summary>
    public abstract IEnumerable<Statement> Holding(string owner, IReadOnlyList<NewDocument> documents);

    /// <summary>
    /// Asks the same for many values of <c>@each</c>, each answer short and in the order of an index: the planner has no choice to get wrong, and none
    /// of the answers depends on how many rows there are.
    /// </summary>
    /// <param name="session">Where to ask.</param>
    /// <param name="sql">The question.</param>
    /// <param name="each">The values.</param>
    /// <param name="order">Order of the whole answer, by columns of the question; null where any of it will do.</param>
    /// <param name="count">Rows of the whole answer the caller needs; there can be more, and not in order.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="parameters">Other parameters of the question.</param>
    public abstract Task<List<T>> QueryEachAsync<T>(
        StoreSession session, string sql, IReadOnlyList<int> each, string? order, int count, Func<DbDataReader, T> read, CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters);

    /// <summary>Brings the schema up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if ((await PendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            await ApplyMigrationsAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Names of the migrations that are still to be applied. Nearly every start finds none, so EF Core is not woken up for it: that takes longer than all else.</summary>
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellationToken)
    {
        List<string> applied;
        try
        {
            applied = await ReadAsync(
                session => session.QueryAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", row => row.GetString(0), cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DbException exception) when (!IsTransient(exception))
        {
            // A database that holds nothing yet.
            applied = [];
        }

        return [.. Migrations.Except(applied, StringComparer.Ordinal)];
    }

    /// <summary>Names of all migrations.</summary>
    protected abstract IReadOnlyList<string> Migrations { get; }

    protected virtual async Task ApplyMigrationsAsync(CancellationToken cancellationToken)
    {
        await using StoreContext context = CreateContext();
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Name of the copy in a backup.</summary>
    public abstract string BackupFile { get; }

    /// <summary>Copies the database into a file while it is in use.</summary>
    public abstract Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Brings a copy back where there is nothing yet.</summary>
    /// <exception cref="BackupException">There is something, or the copy is not sound.</exception>
    public abstract Task RestoreAsync(string file, CancellationToken cancellationToken);

    /// <summary>Whether the error passes by itself: the other side was busy, restarting or gone for a moment.</summary>
    public abstract bool IsTransient(Exception exception);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A statement with its values.</summary>
internal readonly record struct Statement(string Sql, params (string Name, object? Value)[] Parameters);
