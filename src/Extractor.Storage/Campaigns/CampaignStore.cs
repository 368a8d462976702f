using System.Collections.Immutable;
using System.Globalization;
using Extractor.Storage.Campaigns;
using Extractor.Storage.Databases;
using Extractor.Storage.Histories;
using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage;

/// <summary>Takes campaigns, tells about them, stops them and lets them go on.</summary>
public sealed class CampaignStore
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(2);

    private readonly StoreDatabase _database;
    private readonly TimeProvider _time;

    internal CampaignStore(StoreDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Takes a campaign over a folder, whose files are found later, or one whose files are sent next.</summary>
    /// <returns>Its id.</returns>
    public Task<long> CreateAsync(NewCampaign campaign, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return _database.WriteAsync(
            async session =>
            {
                long now = Instant.Now(_time);
                long id = (await session.NumberAsync(
                    """
                    INSERT INTO campaigns (name, folder, family, language, owner, status, documents_per_minute, window_from, window_to, created_at,
                        next_release_at, passed_over)
                    VALUES (@name, @folder, @family, @language, @owner, @status, @rate, @from, @to, @now, 0, 0) RETURNING id
                    """, cancellationToken, ("@name", campaign.Name), ("@folder", campaign.Folder), ("@family", campaign.Family),
                    ("@language", (short)campaign.Language), ("@owner", campaign.Owner),
                    ("@status", (short)(campaign.Folder is null ? CampaignStatus.Receiving : CampaignStatus.Running)),
                    ("@rate", campaign.Pace.DocumentsPerMinute), ("@from", Minutes(campaign.Pace.Window?.From)), ("@to", Minutes(campaign.Pace.Window?.To)),
                    ("@now", now)).ConfigureAwait(false))!.Value;
                if (campaign.Folder is not null)
                {
                    await session.ExecuteAsync(
                        "INSERT INTO campaign_folders (campaign_id, path, path_key, depth, state) VALUES (@id, '', @key, 0, 0)", cancellationToken,
                        ("@id", id), ("@key", FoundFile.KeyOf(""))).ConfigureAwait(false);
                }

                await TellAsync(session, HistoryLog.CampaignCreated, id, campaign.Owner, null, cancellationToken).ConfigureAwait(false);
                return id;
            }, cancellationToken);
    }

    /// <summary>The campaign; null where there is none.</summary>
    public async Task<Campaign?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await ReadAsync("id = @id AND status <> 4", cancellationToken, ("@id", id)).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Campaigns, newest first.</summary>
    /// <param name="before">Only those with a smaller id.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Campaign>> ListAsync(long? before, int count, CancellationToken cancellationToken) => await ReadAsync(
        "id < @before AND status <> 4 ORDER BY id DESC LIMIT @count", cancellationToken, ("@before", before ?? long.MaxValue), ("@count", count)).ConfigureAwait(false);

    /// <summary>Campaigns that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<Campaign>> OpenAsync(CancellationToken cancellationToken) =>
        await ReadAsync("finished_at IS NULL ORDER BY id", cancellationToken).ConfigureAwait(false);

    /// <summary>How many files are where.</summary>
    public Task<CampaignProgress> ProgressAsync(long id, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        long since = now - (long)Lately.TotalMilliseconds;
        (string, object?) campaign = ("@id", id);
        return _database.ReadAsync(
            async session =>
            {
                List<KeyValuePair<DocumentState, long>> counts = await session.QueryAsync(
                    "SELECT state, count(*) FROM campaign_files WHERE campaign_id = @id GROUP BY state",
                    row => KeyValuePair.Create((DocumentState)row.GetInt16(0), row.GetInt64(1)), cancellationToken, campaign).ConfigureAwait(false);
                (long Files, long First)? lately = (await session.QueryAsync(
                    "SELECT sum(files), min(released_at) FROM campaign_slices WHERE campaign_id = @id AND ended_at > @since HAVING count(*) > 0",
                    row => ((long, long)?)(row.GetInt64(0), row.GetInt64(1)), cancellationToken, campaign, ("@since", since)).ConfigureAwait(false)).FirstOrDefault();
                return new CampaignProgress(
                    counts.ToImmutableSortedDictionary(),
                    lately is { } slices ? slices.Files * 60_000.0 / Math.Max(now - Math.Max(since, slices.First), 1) : null);
            }, cancellationToken);
    }

    /// <summary>Files of a campaign in the order they were found.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="after">Only those with a greater id.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<CampaignFile>> FilesAsync(long id, DocumentState? state, long after, int count, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        IQueryable<CampaignFileRow> rows = context.CampaignFiles.Where(row => row.CampaignId == id && row.Id > after);
        rows = state is { } wanted ? rows.Where(row => row.State == wanted) : rows;
        return [.. (await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Of)];
    }

    /// <summary>Stops a campaign for a while; files being read go on to their end.</summary>
    /// <returns>Whether it was going on.</returns>
    public Task<bool> PauseAsync(long id, string? actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, CampaignStatus.Running, CampaignStatus.Paused, HistoryLog.CampaignPaused, actor, cancellationToken);

    /// <summary>Lets a campaign go on that was paused.</summary>
    /// <returns>Whether it was paused.</returns>
    public Task<bool> ResumeAsync(long id, string? actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, CampaignStatus.Paused, CampaignStatus.Running, HistoryLog.CampaignResumed, actor, cancellationToken);

    /// <summary>Ends a campaign: what was not read is cancelled.</summary>
    /// <returns>Whether it had not ended before.</returns>
    public Task<bool> CancelAsync(long id, string? actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, null, CampaignStatus.Cancelled, HistoryLog.CampaignCancelled, actor, cancellationToken);

    /// <summary>Gives files without a result another try.</summary>
    /// <returns>How many there are.</returns>
    public Task<int> RetryAsync(long id, IReadOnlyCollection<DocumentState> states, string? actor, CancellationToken cancellationToken)
    {
        string wanted = string.Join(", ", states.Select(state => ((short)state).ToString(CultureInfo.InvariantCulture)));
        return _database.WriteAsync(
            async session =>
            {
                // A file of a folder may have changed since; one that was sent lies in the store under its digest, or was not kept and cannot be tried.
                int files = await session.ExecuteAsync(
                    $"""
                    UPDATE campaign_files SET state = 0, slice_id = NULL, attempts = 0, reason = NULL, reason_vi = NULL, reason_en = NULL,
                        result_id = NULL, finished_at = NULL, sha256 = CASE WHEN (SELECT folder FROM campaigns WHERE id = @id) IS NULL THEN sha256 END
                    WHERE campaign_id = @id AND state IN ({wanted}) AND coalesce(reason, '') <> 'deleted'
                    AND EXISTS (SELECT 1 FROM campaigns WHERE id = @id AND status <> 4 AND (folder IS NOT NULL OR campaign_files.sha256 IS NOT NULL))
                    """, cancellationToken, ("@id", id)).ConfigureAwait(false);
                if (files > 0)
                {
                    await session.ExecuteAsync(
                        "UPDATE campaigns SET finished_at = NULL, status = 1 WHERE id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false);
                    await TellAsync(
                        session, HistoryLog.CampaignRetried, id, actor, files.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
                }

                return files;
            }, cancellationToken);
    }

    private Task<bool> ChangeAsync(
        long id, CampaignStatus? from, CampaignStatus to, string kind, string? actor, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            int changed = await session.ExecuteAsync(
                "UPDATE campaigns SET status = @to WHERE id = @id AND finished_at IS NULL AND status <> @to AND (@from < 0 OR status = @from)",
                cancellationToken, ("@to", (short)to), ("@id", id), ("@from", from is { } known ? (short)known : (short)-1)).ConfigureAwait(false);
            if (changed == 1)
            {
                await TellAsync(session, kind, id, actor, null, cancellationToken).ConfigureAwait(false);
            }

            return changed == 1;
        }, cancellationToken);

    private Task TellAsync(StoreSession session, string kind, long id, string? actor, string? detail, CancellationToken cancellationToken) =>
        HistoryLog.AddAsync(session, Instant.Now(_time), kind, HistoryLog.CampaignSubject(id), actor, detail, cancellationToken);

    private static int? Minutes(TimeOnly? time) => time is { } value ? DailyWindow.Minutes(value) : null;

    private Task<List<Campaign>> ReadAsync(string which, CancellationToken cancellationToken, params (string, object?)[] parameters) => _database.ReadAsync(
        session => session.QueryAsync($"SELECT {CampaignColumns.Names} FROM campaigns WHERE {which}", CampaignColumns.Read, cancellationToken, parameters),
        cancellationToken);

    private static CampaignFile Of(CampaignFileRow row) => new(
        row.Id, row.Path, row.Sha256, row.Bytes, row.State, row.Reason,
        row.ReasonVi is null ? null : new(row.ReasonVi, row.ReasonEn ?? row.ReasonVi), row.ResultId, Instant.Of(row.FinishedAt));
}
