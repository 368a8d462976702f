using System.Collections.Concurrent;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Results;

/// <summary>
/// Ids of names that occur over and over: agencies, codes and groups of reports. New names are added in a transaction of their own, so that what is
/// remembered here is always in the database, whatever becomes of the answer they came with.
/// </summary>
internal sealed class KnownNames(StoreDatabase database)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, int> _agencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _groups = new(StringComparer.Ordinal);

    public async ValueTask<int?> AgencyAsync(string? name, CancellationToken cancellationToken) => name is null
        ? null
        : (await IdsAsync(
            _agencies, [name], "INSERT INTO agencies (name, folded) VALUES (@name, @folded) ON CONFLICT DO NOTHING",
            "SELECT id FROM agencies WHERE name = @name", _ => [("@name", name), ("@folded", FoldedText.Of(name))], cancellationToken).ConfigureAwait(false))[name];

    public ValueTask<IReadOnlyDictionary<string, int>> CodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) => IdsAsync(
        _codes, codes, "INSERT INTO indicator_codes (code) VALUES (@name) ON CONFLICT DO NOTHING", "SELECT id FROM indicator_codes WHERE code = @name",
        code => [("@name", code)], cancellationToken);

    public async ValueTask<int> GroupAsync(ReportTraits traits, CancellationToken cancellationToken) => (await IdsAsync(
        _groups, [traits.Key],
        """
        INSERT INTO report_groups (key, family, period_year, period_kind, level, state, has_errors, has_warnings)
        VALUES (@name, @family, @year, @kind, @level, @state, @errors, @warnings) ON CONFLICT DO NOTHING
        """,
        "SELECT id FROM report_groups WHERE key = @name",
        key =>
        [
            ("@name", key), ("@family", traits.Family), ("@year", traits.PeriodYear), ("@kind", (short?)traits.PeriodKind), ("@level", (short?)traits.Level),
            ("@state", (short)traits.State), ("@errors", traits.HasErrors), ("@warnings", traits.HasWarnings),
        ], cancellationToken).ConfigureAwait(false))[traits.Key];

    private async ValueTask<IReadOnlyDictionary<string, int>> IdsAsync(
        ConcurrentDictionary<string, int> known, IReadOnlyCollection<string> names, string insert, string find,
        Func<string, (string, object?)[]> parameters, CancellationToken cancellationToken)
    {
        // Nearly always everything is known.
        if (names.All(known.ContainsKey))
        {
            return known;
        }

        if (known.Count > MostRemembered)
        {
            known.Clear();
        }

        // In order, so that two processes that add the same names wait for each other instead of deadlocking.
        string[] missing = [.. names.Where(name => !known.ContainsKey(name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> found = await database.WriteAsync(
            async session =>
            {
                var ids = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (string name in missing)
                {
                    await session.ExecuteAsync(insert, cancellationToken, parameters(name)).ConfigureAwait(false);
                    ids[name] = (int)(await session.NumberAsync(find, cancellationToken, ("@name", name)).ConfigureAwait(false))!.Value;
                }

                return ids;
            }, cancellationToken).ConfigureAwait(false);
        foreach ((string name, int id) in found)
        {
            known[name] = id;
        }

        return names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => found.TryGetValue(name, out int id) ? id : known[name]);
    }
}
