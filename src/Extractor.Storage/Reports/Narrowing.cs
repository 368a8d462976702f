using System.Globalization;
using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Reports;

/// <summary>A report a filter lets pass, with what orders it.</summary>
internal readonly record struct Candidate(long Id, int Period);

/// <summary>The parts of a filter that are no traits: an agency, a confidence, a rule.</summary>
internal sealed class Narrowing
{
    // Few enough to look at each; a part that leaves more leaves every eightieth of a million, and going along all of them meets these soon.
    private const int Few = 12_000;
    // Each agency is looked up by itself; of more than these a name says too little.
    private const int MostAgencies = 1000;
    private const int MostAtOnce = 2000;

    private const string OfAgency = "SELECT id, period FROM results WHERE agency_id = @each LIMIT 12001";
    private const string OfConfidence =
        "SELECT id, period FROM results WHERE is_current AND group_id = @each AND lowest_confidence >= @least AND lowest_confidence <= @most LIMIT 12001";
    private const string OfRule = "SELECT DISTINCT result_id AS id, 0 AS period FROM findings WHERE rule = @rule AND group_id = @each LIMIT 12001";

    private readonly StoreSession _session;
    private readonly StoreContext _context;
    private readonly ReportFilter _filter;
    private readonly IReadOnlyList<int> _groups;
    private readonly HashSet<int> _groupSet;
    private readonly (string, object?)[] _confidence;

    public Narrowing(StoreSession session, StoreContext context, ReportFilter filter, IReadOnlyList<int> groups)
    {
        (_session, _context, _filter, _groups, _groupSet) = (session, context, filter, groups, [.. groups]);
        _confidence = [("@least", filter.MinConfidence ?? 0.0), ("@most", filter.MaxConfidence ?? 1.0)];
    }

    private bool HasConfidence => _filter is { MinConfidence: not null } or { MaxConfidence: not null };

    /// <summary>All reports the filter lets pass, in no order; null where each part leaves many.</summary>
    public async Task<List<Candidate>?> FindAsync(CancellationToken cancellationToken)
    {
        List<Candidate>? few = null;
        if (_filter.Agency is { } agency)
        {
            List<int> agencies = await ReportQueries.Agencies(_context, agency).Select(row => row.Id).Take(MostAgencies + 1)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            few = agencies.Count <= MostAgencies ? await AskAsync(OfAgency, agencies, cancellationToken).ConfigureAwait(false) : null;
        }

        if (few is null && HasConfidence)
        {
            few = await AskAsync(OfConfidence, _groups, cancellationToken, _confidence).ConfigureAwait(false);
            if (few is not null && _filter is { Agency: null, Rule: null })
            {
                return few;
            }
        }

        if (few is null && _filter.Rule is { } rule)
        {
            few = await AskAsync(OfRule, _groups, cancellationToken, ("@rule", rule)).ConfigureAwait(false);
        }

        return few is null ? null : await MatchingAsync(few.Select(report => report.Id).Distinct(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of some reports those the filter lets pass, in no order.</summary>
    public async Task<List<Candidate>> MatchingAsync(IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var matching = new List<Candidate>();
        string conditions = (HasConfidence ? " AND lowest_confidence >= @least AND lowest_confidence <= @most" : "")
            + (_filter.Rule is null ? "" : " AND EXISTS (SELECT 1 FROM findings f WHERE f.result_id = r.id AND f.rule = @rule)")
            + (_filter.Agency is null ? "" : " AND EXISTS (SELECT 1 FROM agencies a WHERE a.id = r.agency_id AND a.folded LIKE @agency ESCAPE '\\')");
        (string, object?)[] parameters =
        [
            .. HasConfidence ? _confidence : [], .. _filter.Rule is { } rule ? [("@rule", rule)] : Array.Empty<(string, object?)>(),
            .. _filter.Agency is { } agency ? [("@agency", ReportQueries.PatternOf(agency))] : Array.Empty<(string, object?)>(),
        ];
        foreach (long[] some in ids.Chunk(MostAtOnce))
        {
            string list = string.Join(',', some.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            matching.AddRange((await _session.QueryAsync(
                $"SELECT id, period, group_id FROM results r WHERE id IN ({list}) AND is_current{conditions}",
                row => (Candidate: new Candidate(row.GetInt64(0), row.GetInt32(1)), Group: row.GetInt32(2)), cancellationToken, parameters).ConfigureAwait(false))
                .Where(row => _groupSet.Contains(row.Group)).Select(row => row.Candidate));
        }

        return matching;
    }

    private async Task<List<Candidate>?> AskAsync(
        string sql, IReadOnlyList<int> each, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        List<Candidate> reports = await _session.Database.QueryEachAsync(
            _session, sql, each, order: null, Few + 1, row => new Candidate(row.GetInt64(0), row.GetInt32(1)), cancellationToken, parameters).ConfigureAwait(false);
        return reports.Count <= Few ? reports : null;
    }
}
