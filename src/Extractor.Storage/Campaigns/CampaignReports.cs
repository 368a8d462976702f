using System.Data.Common;
using System.Runtime.CompilerServices;
using Extractor.Models;
using Extractor.Storage.Databases;

namespace Extractor.Storage;

/// <summary>Adds up what campaigns have brought; also before they have ended.</summary>
public sealed class CampaignReports
{
    private const int Tenths = 10;
    private const int Batch = 1000;

    // Results of files that were read here; a duplicate's result is counted with the file it repeats, or belongs to an earlier reading.
    private const string Read = "c.campaign_id = @id AND c.state IN (10, 11)";

    private readonly StoreDatabase _database;
    private readonly CampaignStore _campaigns;

    internal CampaignReports(StoreDatabase database, CampaignStore campaigns)
    {
        _database = database;
        _campaigns = campaigns;
    }

    /// <summary>The report; null where there is no such campaign.</summary>
    public async Task<CampaignReport?> OfAsync(long id, CancellationToken cancellationToken)
    {
        if (await _campaigns.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } campaign)
        {
            return null;
        }

        CampaignProgress progress = await _campaigns.ProgressAsync(id, cancellationToken).ConfigureAwait(false);
        return await _database.ReadAsync(
            async session => new CampaignReport(
                campaign, progress,
                await UnreadAsync(session, id, cancellationToken).ConfigureAwait(false),
                await ConfidenceAsync(session, id, cancellationToken).ConfigureAwait(false),
                await FindingsAsync(session, id, cancellationToken).ConfigureAwait(false),
                await DuplicatesAsync(session, id, cancellationToken).ConfigureAwait(false),
                await session.QueryAsync(
                    "SELECT path FROM campaign_folders WHERE campaign_id = @id AND state = 2 ORDER BY id LIMIT 1000", row => row.GetString(0), cancellationToken,
                    ("@id", id)).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every file of a campaign with what was read from it, in the order they were found.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<ReportedFile> FilesAsync(
        long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            List<ReportedFile> files = await _database.ReadAsync(
                session => session.QueryAsync(
                    """
                    SELECT c.id, c.path, c.sha256, c.bytes, c.state, c.reason, c.reason_vi, c.reason_en, c.result_id, c.finished_at, a.name, r.title,
                        r.period_year, r.fields, r.confidence, r.lowest_confidence, r.errors, r.warnings,
                        CASE WHEN c.state = 12 THEN (SELECT min(o.path) FROM campaign_files o
                            WHERE o.result_id = c.result_id AND o.campaign_id = c.campaign_id AND o.state IN (10, 11, 16)) END
                    FROM campaign_files c LEFT JOIN results r ON r.id = c.result_id LEFT JOIN agencies a ON a.id = r.agency_id
                    WHERE c.campaign_id = @id AND c.id > @after ORDER BY c.id LIMIT @count
                    """, FileOf, cancellationToken, ("@id", id), ("@after", after), ("@count", Batch)),
                cancellationToken).ConfigureAwait(false);
            foreach (ReportedFile file in files)
            {
                yield return file;
            }

            if (files.Count < Batch)
            {
                yield break;
            }

            after = files[^1].File.Id;
        }
    }

    private static Task<List<UnreadFiles>> UnreadAsync(StoreSession session, long id, CancellationToken cancellationToken) => session.QueryAsync(
        """
        SELECT state, reason, min(reason_vi), min(reason_en), count(*) FROM campaign_files
        WHERE campaign_id = @id AND state IN (13, 14, 15, 17, 18, 19, 20) GROUP BY state, reason ORDER BY 5 DESC, state
        """,
        row => new UnreadFiles((DocumentState)row.GetInt16(0), Text(row, 1), TextOf(row, 2, 3), row.GetInt64(4)), cancellationToken, ("@id", id));

    private static async Task<CampaignConfidence> ConfidenceAsync(StoreSession session, long id, CancellationToken cancellationToken)
    {
        string below = string.Concat(Enumerable.Range(1, Tenths - 1).Select(tenth => $", sum(CASE WHEN r.confidence < 0.{tenth} THEN 1 ELSE 0 END)"));
        return (await session.QueryAsync(
            $"SELECT count(*), avg(r.confidence){below} FROM campaign_files c JOIN results r ON r.id = c.result_id WHERE {Read}",
            row =>
            {
                long all = row.GetInt64(0);
                long[] sums = [0, .. Enumerable.Range(2, Tenths - 1).Select(i => row.IsDBNull(i) ? 0 : row.GetInt64(i)), all];
                return new CampaignConfidence(all, all == 0 ? null : row.GetDouble(1), [.. Enumerable.Range(1, Tenths).Select(i => sums[i] - sums[i - 1])]);
            }, cancellationToken, ("@id", id)).ConfigureAwait(false)).Single();
    }

    private static Task<List<BrokenRule>> FindingsAsync(StoreSession session, long id, CancellationToken cancellationToken) => session.QueryAsync(
        $"""
        SELECT f.rule, f.severity, count(*), count(DISTINCT f.result_id) FROM campaign_files c JOIN findings f ON f.result_id = c.result_id
        WHERE {Read} GROUP BY f.rule, f.severity ORDER BY 3 DESC, f.rule LIMIT 100
        """,
        row => new BrokenRule(row.GetString(0), (Severity)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)), cancellationToken, ("@id", id));

    private static Task<List<RepeatedFile>> DuplicatesAsync(StoreSession session, long id, CancellationToken cancellationToken) => session.QueryAsync(
        """
        SELECT d.result_id, (SELECT min(o.path) FROM campaign_files o WHERE o.result_id = d.result_id AND o.campaign_id = @id AND o.state IN (10, 11, 16)),
            d.copies
        FROM (SELECT result_id, count(*) AS copies FROM campaign_files WHERE campaign_id = @id AND state = 12 AND result_id IS NOT NULL
            GROUP BY result_id ORDER BY 2 DESC, 1 LIMIT 100) d ORDER BY d.copies DESC, d.result_id
        """,
        row => new RepeatedFile(row.GetInt64(0), Text(row, 1), row.GetInt64(2)), cancellationToken, ("@id", id));

    private static ReportedFile FileOf(DbDataReader row) => new(
        new CampaignFile(
            row.GetInt64(0), row.GetString(1), Text(row, 2), row.IsDBNull(3) ? null : row.GetInt64(3), (DocumentState)row.GetInt16(4), Text(row, 5),
            TextOf(row, 6, 7), row.IsDBNull(8) ? null : row.GetInt64(8), Instant.Of(row.IsDBNull(9) ? null : row.GetInt64(9))),
        Text(row, 10), Text(row, 11), Number(row, 12), Number(row, 13), row.IsDBNull(14) ? null : row.GetDouble(14),
        row.IsDBNull(15) ? null : row.GetDouble(15), Number(row, 16), Number(row, 17), Text(row, 18));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static LocalText? TextOf(DbDataReader row, int vi, int en) =>
        Text(row, vi) is { } text ? new LocalText(text, Text(row, en) ?? text) : null;
}
