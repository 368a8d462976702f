using System.Collections.Concurrent;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Results;

/// <summary>
/// Ids of names that occur over and over: agencies and codes. New names are added in a transaction of their own, so that what is remembered here is
/// always in the database, whatever becomes of the answer they came with.
/// </summary>
internal sealed class KnownNames(StoreDatabase database)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, int> _agencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);

    public async ValueTask<int?> AgencyAsync(string? name, CancellationToken cancellationToken) =>
        name is null ? null : (await IdsAsync(_agencies, "agencies", "name", [name], cancellationToken).ConfigureAwait(false))[name];

    public ValueTask<IReadOnlyDictionary<string, int>> CodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        IdsAsync(_codes, "indicator_codes", "code", codes, cancellationToken);

    private async ValueTask<IReadOnlyDictionary<string, int>> IdsAsync(
        ConcurrentDictionary<string, int> known, string table, string column, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (known.Count > MostRemembered)
        {
            known.Clear();
        }

        // In order, so that two processes that add the same names wait for each other instead of deadlocking.
        string[] missing = [.. names.Where(name => !known.ContainsKey(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            Dictionary<string, int> found = await database.WriteAsync(
                session => AddAsync(session, table, column, missing, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach ((string name, int id) in found)
            {
                known[name] = id;
            }

            return names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => found.TryGetValue(name, out int id) ? id : known[name]);
        }

        return known;
    }

    private static async Task<Dictionary<string, int>> AddAsync(
        StoreSession session, string table, string column, string[] names, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        bool folds = table == "agencies";
        string insert = folds
            ? "INSERT INTO agencies (name, folded) VALUES (@name, @folded) ON CONFLICT DO NOTHING"
            : "INSERT INTO indicator_codes (code) VALUES (@name) ON CONFLICT DO NOTHING";
        foreach (string name in names)
        {
            (string, object?)[] parameters = folds ? [("@name", name), ("@folded", FoldedText.Of(name))] : [("@name", name)];
            await session.ExecuteAsync(insert, cancellationToken, parameters).ConfigureAwait(false);
            long? id = await session.NumberAsync($"SELECT id FROM {table} WHERE {column} = @name", cancellationToken, ("@name", name)).ConfigureAwait(false);
            ids[name] = (int)id!.Value;
        }

        return ids;
    }
}
