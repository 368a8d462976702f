using System.Data.Common;
using Extractor.Storage.Databases;
using Microsoft.Extensions.Options;

namespace Extractor.Storage.Quotas;

/// <summary>
/// Who has which originals stored. A holding is a row for each owner and content; the sum of each owner is kept beside it and changed in the same transaction,
/// so that of two uploads at the same moment the second waits and sees what the first has taken.
/// </summary>
internal sealed class Holdings(IOptions<QuotaOptions> options)
{
    private const string Sum = """
        files, bytes, (SELECT k.max_files FROM api_keys k WHERE k.id = @owner), (SELECT k.max_bytes FROM api_keys k WHERE k.id = @owner)
        """;

    /// <summary>What follows the taking of holdings and reads an owner's sum and quota.</summary>
    public const string Returning = "RETURNING " + Sum;

    /// <summary>Reads an owner's sum and quota.</summary>
    public const string Select = "SELECT " + Sum + " FROM owners WHERE owner = @owner";

    /// <summary>What an owner has, and what it may have.</summary>
    public (StoredAmount Has, StoredAmount Most) Read(DbDataReader row) => (
        new StoredAmount(row.GetInt64(0), row.GetInt64(1)),
        new StoredAmount(row.IsDBNull(2) ? options.Value.MaxFiles : row.GetInt64(2), row.IsDBNull(3) ? options.Value.MaxBytes : row.GetInt64(3)));

    /// <summary>Looks at what an owner has after something was taken.</summary>
    /// <exception cref="QuotaExceededException">It is more than it may have; the transaction must not be committed.</exception>
    public static void Check((StoredAmount Has, StoredAmount Most) sum)
    {
        if (sum.Has.Files > sum.Most.Files || sum.Has.Bytes > sum.Most.Bytes)
        {
            throw new QuotaExceededException(sum.Most, sum.Has);
        }
    }

    /// <summary>Frees everybody of a content that is gone.</summary>
    public static async Task ReleaseAsync(StoreSession session, string sha256, CancellationToken cancellationToken)
    {
        (string, object?) content = ("@sha256", sha256);
        await session.ExecuteAsync(
            """
            UPDATE owners SET files = files - 1, bytes = bytes - (SELECT h.bytes FROM holdings h WHERE h.owner = owners.owner AND h.sha256 = @sha256)
            WHERE owner IN (SELECT h.owner FROM holdings h WHERE h.sha256 = @sha256)
            """, cancellationToken, content).ConfigureAwait(false);
        await session.ExecuteAsync("DELETE FROM holdings WHERE sha256 = @sha256", cancellationToken, content).ConfigureAwait(false);
    }

    /// <summary>
    /// Frees an owner of a content that stays because of others, if nothing of its own holds it any more. The row of the original must be locked: a job that
    /// brings the same bytes waits and then takes its holding anew.
    /// </summary>
    /// <param name="session">The transaction, in which what held it is gone already.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="sha256">The content.</param>
    /// <param name="campaign">A campaign that holds nothing any more although its rows are still there; 0 for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task ReleaseAsync(StoreSession session, string owner, string sha256, long campaign, CancellationToken cancellationToken)
    {
        if (await session.NumberAsync(
            """
            DELETE FROM holdings WHERE owner = @owner AND sha256 = @sha256
            AND NOT EXISTS (SELECT 1 FROM documents d JOIN jobs j ON j.id = d.job_id WHERE d.sha256 = @sha256 AND j.owner = @owner)
            AND NOT EXISTS (SELECT 1 FROM campaign_files f JOIN campaigns c ON c.id = f.campaign_id WHERE f.sha256 = @sha256 AND c.owner = @owner AND c.id <> @campaign)
            RETURNING bytes
            """, cancellationToken, ("@owner", owner), ("@sha256", sha256), ("@campaign", campaign)).ConfigureAwait(false) is { } bytes)
        {
            await session.ExecuteAsync(
                "UPDATE owners SET files = files - 1, bytes = bytes - @bytes WHERE owner = @owner", cancellationToken, ("@owner", owner), ("@bytes", bytes))
                .ConfigureAwait(false);
        }
    }
}
