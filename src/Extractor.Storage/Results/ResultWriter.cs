using Extractor.Storage.Databases;
using Extractor.Storage.Model;
using Microsoft.Extensions.Options;

namespace Extractor.Storage.Results;

/// <summary>An answer made ready for writing: everything that can be done outside of the transaction is.</summary>
internal sealed record PreparedResult(
    ResultIndex Index, byte[] Body, ReadingVersions Versions, ResultState State, int? AgencyId, IReadOnlyDictionary<string, int> Codes);

/// <summary>Writes answers with their rows of the index.</summary>
internal sealed class ResultWriter(KnownNames names, IOptions<StorageOptions> options)
{
    private static readonly string[] ValueColumns =
    [
        "result_id", "ordinal", "code_id", "period", "item", "value", "status", "confidence", "source",
        "page", "cell_table", "cell_row", "cell_column", "paragraph",
    ];

    private static readonly string[] FindingColumns = ["result_id", "ordinal", "rule", "severity"];

    /// <exception cref="System.Text.Json.JsonException">The text is no answer.</exception>
    public async Task<PreparedResult> PrepareAsync(ReadOnlyMemory<byte> json, ReadingVersions versions, CancellationToken cancellationToken)
    {
        ResultIndex index = ResultIndexReader.Read(json);
        return new PreparedResult(
            index, ResultBody.Pack(json), versions, index.StateFor(options.Value.ReviewBelow),
            await names.AgencyAsync(index.Agency, cancellationToken).ConfigureAwait(false),
            await names.CodesAsync([.. index.Values.Select(value => value.Code)], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds an answer; one that the same versions gave to the same bytes before stands, and its id is returned.</summary>
    public static async Task<(long Id, bool IsNew)> AddAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken)
    {
        if (await InsertAsync(session, result, now, cancellationToken).ConfigureAwait(false) is not { } id)
        {
            long? earlier = await session.NumberAsync(
                """
                SELECT id FROM results WHERE sha256 = @sha256 AND family = @family AND schema_version = @schema
                AND extractor_version = @extractor AND model_version = @model
                """, cancellationToken, Identity(result)).ConfigureAwait(false);
            return (earlier!.Value, false);
        }

        await ReplaceCurrentAsync(session, result.Index, id, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            "INSERT INTO result_bodies (result_id, body) VALUES (@id, @body)", cancellationToken, ("@id", id), ("@body", result.Body)).ConfigureAwait(false);
        int period = PeriodOf(result.Index);
        await session.InsertManyAsync("indicator_values", ValueColumns, result.Index.Values.Select((value, i) => new object?[]
        {
            id, i, result.Codes[value.Code], period, value.Item, value.Value, (short)value.Status, (float)value.Confidence, (short?)value.Source,
            value.Page, value.Table, value.Row, value.Column, value.Paragraph,
        }), cancellationToken).ConfigureAwait(false);
        if (!result.Index.Findings.IsEmpty)
        {
            await session.InsertManyAsync("findings", FindingColumns, result.Index.Findings.Select(
                (finding, i) => new object?[] { id, i, finding.Rule, (int)finding.Severity }), cancellationToken).ConfigureAwait(false);
        }

        return (id, true);
    }

    /// <summary>Removes the rows of the index; the answer itself stays.</summary>
    public static async Task RemoveIndexAsync(StoreSession session, long id, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("DELETE FROM indicator_values WHERE result_id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false);
        await session.ExecuteAsync("DELETE FROM findings WHERE result_id = @id", cancellationToken, ("@id", id)).ConfigureAwait(false);
    }

    private static async Task<long?> InsertAsync(StoreSession session, PreparedResult result, long now, CancellationToken cancellationToken)
    {
        ResultIndex index = result.Index;
        return await session.NumberAsync(
            """
            INSERT INTO results (sha256, family, schema_version, extractor_version, model_version, is_current, state, file_name, format, agency_id,
                title, number, issued_on, period_kind, period_year, period_part, period, level, confidence, lowest_confidence, fields, rows,
                rows_mapped, errors, warnings, created_at)
            VALUES (@sha256, @family, @schema, @extractor, @model, TRUE, @state, @file, @format, @agency, @title, @number, @issued, @kind, @year, @part,
                @period, @level, @confidence, @lowest, @fields, @rows, @mapped, @errors, @warnings, @now)
            ON CONFLICT DO NOTHING RETURNING id
            """, cancellationToken,
            [
                .. Identity(result), ("@state", (short)result.State), ("@file", index.FileName), ("@format", (short)index.Format),
                ("@agency", result.AgencyId), ("@title", index.Title), ("@number", index.Number), ("@issued", index.IssuedOn),
                ("@kind", (short?)index.PeriodKind), ("@year", index.PeriodYear), ("@part", (short?)index.PeriodPart), ("@period", PeriodOf(index)),
                ("@level", (short?)index.Level), ("@confidence", index.Confidence), ("@lowest", index.LowestConfidence),
                ("@fields", index.Values.Length), ("@rows", index.Rows), ("@mapped", index.RowsMapped), ("@errors", index.Errors),
                ("@warnings", index.Warnings), ("@now", now),
            ]).ConfigureAwait(false);
    }

    // Older answers stay readable by their id; lists and series show the newest one only.
    private static async Task ReplaceCurrentAsync(StoreSession session, ResultIndex index, long id, CancellationToken cancellationToken)
    {
        List<long> older = await session.QueryAsync(
            "UPDATE results SET is_current = FALSE WHERE sha256 = @sha256 AND family = @family AND is_current AND id <> @id RETURNING id",
            reader => reader.GetInt64(0), cancellationToken, ("@sha256", index.Sha256), ("@family", index.Family), ("@id", id)).ConfigureAwait(false);
        foreach (long old in older)
        {
            await RemoveIndexAsync(session, old, cancellationToken).ConfigureAwait(false);
        }
    }

    private static (string, object?)[] Identity(PreparedResult result) =>
    [
        ("@sha256", result.Index.Sha256), ("@family", result.Index.Family), ("@schema", result.Index.SchemaVersion),
        ("@extractor", result.Versions.Extractor), ("@model", result.Versions.Model),
    ];

    private static int PeriodOf(ResultIndex index) =>
        index is { PeriodKind: { } kind, PeriodYear: { } year } ? PeriodKey.Of(kind, year, index.PeriodPart) : PeriodKey.Unknown;
}
