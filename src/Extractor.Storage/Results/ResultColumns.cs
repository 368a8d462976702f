namespace Extractor.Storage.Results;

/// <summary>What is written about an answer, for the statements of both databases.</summary>
internal static class ResultColumns
{
    public const string Names = """
        sha256, family, schema_version, extractor_version, model_version, is_current, group_id, state, file_name, format, agency_id, title, number, issued_on,
        period_kind, period_year, period_part, period, level, confidence, lowest_confidence, fields, rows, rows_mapped, errors, warnings, created_at
        """;

    public const string Parameters = """
        @sha256, @family, @schema, @extractor, @model, TRUE, @group, @state, @file, @format, @agency, @title, @number, @issued,
        @kind, @year, @part, @period, @level, @confidence, @lowest, @fields, @rows, @mapped, @errors, @warnings, @now
        """;

    /// <summary>What makes an answer the same answer.</summary>
    public const string Identity =
        "sha256 = @sha256 AND family = @family AND schema_version = @schema AND extractor_version = @extractor AND model_version = @model";

    public static (string Name, object? Value)[] IdentityOf(PreparedResult result) =>
    [
        ("@sha256", result.Index.Sha256), ("@family", result.Index.Family), ("@schema", result.Index.SchemaVersion),
        ("@extractor", result.Versions.Extractor), ("@model", result.Versions.Model),
    ];

    public static (string Name, object? Value)[] Of(PreparedResult result, long now)
    {
        ResultIndex index = result.Index;
        return
        [
            .. IdentityOf(result), ("@group", result.GroupId), ("@state", (short)result.State), ("@file", index.FileName),
            ("@format", (short)index.Format), ("@agency", result.AgencyId), ("@title", index.Title), ("@number", index.Number), ("@issued", index.IssuedOn),
            ("@kind", (short?)index.PeriodKind), ("@year", index.PeriodYear), ("@part", (short?)index.PeriodPart), ("@period", result.Period),
            ("@level", (short?)index.Level), ("@confidence", index.Confidence), ("@lowest", index.LowestConfidence), ("@fields", index.Values.Length),
            ("@rows", index.Rows), ("@mapped", index.RowsMapped), ("@errors", index.Errors), ("@warnings", index.Warnings), ("@now", now),
        ];
    }
}
