using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.Extensions.Options;

namespace Extractor.Storage.Results;

/// <summary>An answer made ready for writing: everything that can be done outside of the transaction is.</summary>
internal sealed record PreparedResult(
    ResultIndex Index, byte[] Body, byte[] Values, ReadingVersions Versions, ResultState State, int? AgencyId, int GroupId)
{
    public int Period { get; } = Index is { PeriodKind: { } kind, PeriodYear: { } year } ? PeriodKey.Of(kind, year, Index.PeriodPart) : PeriodKey.Unknown;
}

/// <summary>Makes answers ready for writing, and takes their rows out of lists and series again.</summary>
internal sealed class ResultWriter(KnownNames names, IOptions<StorageOptions> options)
{
    /// <exception cref="System.Text.Json.JsonException">The text is no answer.</exception>
    public async Task<PreparedResult> PrepareAsync(ReadOnlyMemory<byte> json, ReadingVersions versions, CancellationToken cancellationToken)
    {
        ResultIndex index = ResultIndexReader.Read(json);
        ResultState state = index.StateFor(options.Value.ReviewBelow);
        return new PreparedResult(
            index, ResultBody.Pack(json), await PackAsync(index, cancellationToken).ConfigureAwait(false), versions, state,
            await names.AgencyAsync(index.Agency, cancellationToken).ConfigureAwait(false),
            await names.GroupAsync(ReportTraits.Of(index, state), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The figures of an answer as they are stored.</summary>
    public async ValueTask<byte[]> PackAsync(ResultIndex index, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> codes = await names.CodesAsync([.. index.Values.Select(value => value.Code)], cancellationToken).ConfigureAwait(false);
        return PackedValues.Pack([.. index.Values.Select(value => new PackedValue(
            codes[value.Code], value.Item, value.Value, value.Status, (float)value.Confidence, value.Source, value.Page, value.Table, value.Row,
            value.Column, value.Paragraph))]);
    }

    /// <summary>Removes an answer with everything that was made from it.</summary>
    public static async Task RemoveAsync(StoreSession session, long id, CancellationToken cancellationToken)
    {
        (string, object?) result = ("@id", id);
        // First: whoever is carrying this answer into the series holds this row, and is waited for.
        await session.ExecuteAsync("DELETE FROM series_backlog WHERE result_id = @id", cancellationToken, result).ConfigureAwait(false);
        await RemoveSeriesAsync(session, id, cancellationToken).ConfigureAwait(false);
        foreach (string table in (string[])["findings", "result_values", "result_bodies"])
        {
            await session.ExecuteAsync($"DELETE FROM {table} WHERE result_id = @id", cancellationToken, result).ConfigureAwait(false);
        }

        await session.ExecuteAsync("DELETE FROM results WHERE id = @id", cancellationToken, result).ConfigureAwait(false);
    }

    /// <summary>Removes the rows of an answer from the series; what it holds tells which these are.</summary>
    public static async Task RemoveSeriesAsync(StoreSession session, long id, CancellationToken cancellationToken)
    {
        List<byte[]> packed = await session.QueryAsync(
            "SELECT packed FROM result_values WHERE result_id = @id", row => (byte[])row.GetValue(0), cancellationToken, ("@id", id)).ConfigureAwait(false);
        foreach (int code in packed.SelectMany(PackedValues.Unpack).Select(value => value.CodeId).Distinct().Order())
        {
            await session.ExecuteAsync(
                """
                DELETE FROM series WHERE code_id = @code AND result_id = @id
                AND group_id = (SELECT group_id FROM results WHERE id = @id) AND period = (SELECT period FROM results WHERE id = @id)
                """, cancellationToken, ("@code", code), ("@id", id)).ConfigureAwait(false);
        }
    }
}
