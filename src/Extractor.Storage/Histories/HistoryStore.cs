using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Reads the append-only history.</summary>
public sealed class HistoryStore
{
    private readonly StoreDatabase _database;

    internal HistoryStore(StoreDatabase database) => _database = database;

    /// <summary>Entries about one subject, such as "result:12", oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> OfAsync(string subject, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        List<HistoryRow> rows = await context.History.Where(row => row.Subject == subject).OrderBy(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new HistoryEntry(row.Id, Instant.Of(row.At), row.Kind, row.Subject, row.Actor, row.Detail))];
    }
}
