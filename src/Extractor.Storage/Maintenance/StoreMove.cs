using Extractor.Storage.Databases;
using Extractor.Storage.Maintenance;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Extractor.Storage;

/// <summary>What a move has carried.</summary>
/// <param name="Tables">Rows of each table, in both databases alike.</param>
/// <param name="Originals">Originals the database names.</param>
/// <param name="Missing">Those whose file is gone; they were gone before.</param>
public sealed record MoveReport(IReadOnlyDictionary<string, long> Tables, int Originals, int Missing);

/// <summary>A move cannot be made.</summary>
/// <param name="message">Why.</param>
public sealed class MoveException(string message) : Exception(message);

/// <summary>
/// Carries everything from the database of this storage into another one. It may be cut off at any time: begun again, it goes on behind the last row that
/// arrived. Neither database can be used in between, and the old one not afterwards, so that nothing is written where nobody looks.
/// </summary>
public sealed class StoreMove
{
    private readonly StoreDatabase _source;
    private readonly StoreSetup _setup;
    private readonly IOriginalStore _originals;

    internal StoreMove(StoreDatabase source, StoreSetup setup, IOriginalStore originals)
    {
        _source = source;
        _setup = setup;
        _originals = originals;
    }

    /// <summary>Moves, or goes on with a move that was cut off.</summary>
    /// <param name="to">The storage that takes over; the originals stay where they are.</param>
    /// <param name="told">Told the table and how many rows of it have arrived; may be null.</param>
    /// <param name="cancellationToken">Ends the move; it can be gone on with.</param>
    /// <exception cref="MoveException">The other database is not empty, or does not hold in the end what this one holds.</exception>
    /// <exception cref="InvalidOperationException">The service uses this storage.</exception>
    public async Task<MoveReport> MoveAsync(StorageOptions to, Action<string, long>? told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        await _setup.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await using StoreDatabase target = StorageServiceCollectionExtensions.Open(to);
        await target.MigrateAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<MovedTable> tables = TablesOf(_source);
        await BeginAsync(target, tables, cancellationToken).ConfigureAwait(false);
        foreach (MovedTable table in tables)
        {
            await table.CopyAsync(_source, target, told, cancellationToken).ConfigureAwait(false);
        }

        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (MovedTable table in tables)
        {
            TableDigest before = await table.DigestAsync(_source, cancellationToken).ConfigureAwait(false);
            TableDigest after = await table.DigestAsync(target, cancellationToken).ConfigureAwait(false);
            rows[table.Name] = before == after ? before.Rows
                : throw new MoveException($"The table {table.Name} has {before.Rows} rows here and {after.Rows} there, or other ones.");
        }

        (int originals, int missing) = await CountAsync(cancellationToken).ConfigureAwait(false);
        await StoreMarks.SetAsync(_source, StoreMarks.Moved, to.Provider.ToString(), cancellationToken).ConfigureAwait(false);
        await StoreMarks.RemoveAsync(target, StoreMarks.Moving, cancellationToken).ConfigureAwait(false);
        return new MoveReport(rows, originals, missing);
    }

    private static async Task BeginAsync(StoreDatabase target, IReadOnlyList<MovedTable> tables, CancellationToken cancellationToken)
    {
        if (await StoreMarks.FindAsync(target, StoreMarks.Moving, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        foreach (MovedTable table in tables)
        {
            if (await target.ReadAsync(
                session => session.NumberAsync($"SELECT 1 FROM {table.Name} LIMIT 1", cancellationToken), cancellationToken).ConfigureAwait(false) is not null)
            {
                throw new MoveException($"The other database is not empty: {table.Name}.");
            }
        }

        await StoreMarks.SetAsync(target, StoreMarks.Moving, "", cancellationToken).ConfigureAwait(false);
    }

    // Those that others refer to come first.
    private static List<MovedTable> TablesOf(StoreDatabase database)
    {
        using StoreContext context = database.CreateContext();
        var rest = context.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(MarkRow)).OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList();
        var tables = new List<MovedTable>();
        var done = new HashSet<IEntityType>();
        while (rest.Count > 0)
        {
            List<IEntityType> ready = rest.FindAll(entity => entity.GetForeignKeys().All(key => done.Contains(key.PrincipalEntityType) || key.PrincipalEntityType == entity));
            tables.AddRange(ready.Select(MovedTable.Of));
            done.UnionWith(ready);
            rest.RemoveAll(ready.Contains);
        }

        return tables;
    }

    private async Task<(int Originals, int Missing)> CountAsync(CancellationToken cancellationToken)
    {
        List<string> names = await _source.ReadAsync(
            session => session.QueryAsync("SELECT sha256 FROM originals", row => row.GetString(0), cancellationToken), cancellationToken).ConfigureAwait(false);
        int missing = 0;
        foreach (string sha256 in names)
        {
            missing += await _originals.ContainsAsync(sha256, cancellationToken).ConfigureAwait(false) ? 0 : 1;
        }

        return (names.Count, missing);
    }
}
