using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;
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
    public async Task<Campaign?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return await context.Campaigns.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? Of(row) : null;
    }

    /// <summary>Campaigns, newest first.</summary>
    /// <param name="before">Only those with a smaller id.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Campaign>> ListAsync(long? before, int count, CancellationToken cancellationToken)
    {
        long end = before ?? long.MaxValue;
        await using StoreContext context = _database.CreateContext();
        return [.. (await context.Campaigns.Where(row => row.Id < end).OrderByDescending(row => row.Id).Take(count)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Of)];
    }

    /// <summary>Campaigns that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<Campaign>> OpenAsync(CancellationToken cancellationToken)
    {
        await using StoreContext context = _database.CreateContext();
        return [.. (await context.Campaigns.Where(row => row.FinishedAt == null).OrderBy(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).Select(Of)];
    }

    /// <summary>How many files are where.</summary>
    public async Task<CampaignProgress> ProgressAsync(long id, CancellationToken cancellationToken)
    {
        long now = Instant.Now(_time);
        long since = now - (long)Lately.TotalMilliseconds;
        await using StoreContext context = _database.CreateContext();
        var counts = await context.CampaignFiles.Where(row => row.CampaignId == id).GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var lately = await context.CampaignSlices.Where(row => row.CampaignId == id && row.EndedAt > since)
            .Select(row => new { row.Files, row.ReleasedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        double? rate = lately.Count == 0 ? null
            : lately.Sum(slice => slice.Files) * 60_000.0 / Math.Max(now - Math.Max(since, lately.Min(slice => slice.ReleasedAt)), 1);
        return new CampaignProgress(counts.ToImmutableSortedDictionary(count => count.Key, count => count.Count), rate);
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
                // A file of a folder may have changed since; one that was sent lies in the store under its digest.
                int files = await session.ExecuteAsync(
                    $"""
                    UPDATE campaign_files SET state = 0, slice_id = NULL, attempts = 0, reason = NULL, reason_vi = NULL, reason_en = NULL,
                        result_id = NULL, finished_at = NULL, sha256 = CASE WHEN (SELECT folder FROM campaigns WHERE id = @id) IS NULL THEN sha256 END
                    WHERE campaign_id = @id AND state IN ({wanted}) AND coalesce(reason, '') <> 'deleted'
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

    private static Campaign Of(CampaignRow row) => new()
    {
        Id = row.Id,
        Order = new NewCampaign
        {
            Name = row.Name,
            Folder = row.Folder,
            Family = row.Family,
            Language = (UserLanguage)row.Language,
            Owner = row.Owner,
            Pace = new CampaignPace(row.DocumentsPerMinute, DailyWindow.Of(row.WindowFrom, row.WindowTo)),
        },
        CreatedAt = Instant.Of(row.CreatedAt),
        EnumeratedAt = Instant.Of(row.EnumeratedAt),
        FinishedAt = Instant.Of(row.FinishedAt),
        PassedOver = row.PassedOver,
        Obstacle = string.IsNullOrEmpty(row.Obstacle) ? null : row.Obstacle,
        Status = row.Status,
    };

    private static CampaignFile Of(CampaignFileRow row) => new(
        row.Id, row.Path, row.Sha256, row.Bytes, row.State, row.Reason,
        row.ReasonVi is null ? null : new(row.ReasonVi, row.ReasonEn ?? row.ReasonVi), row.ResultId, Instant.Of(row.FinishedAt));
}
