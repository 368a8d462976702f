using Extractor.Storage.Results;
using Npgsql;

namespace Extractor.Storage.Databases;

/// <summary>Answers as parameters of a statement: an array for each column, a place in it for each answer.</summary>
internal static class PostgresAnswers
{
    /// <summary>The answers as a table with the names of the columns of results; place is the document of each.</summary>
    public const string Given = """
        unnest(@places, @owners, @nows, @sha256, @family, @schema, @extractor, @model, @group, @state, @file, @format, @agency, @title, @number, @issued,
            @kind, @year, @part, @period, @level, @confidence, @lowest, @fields, @rows, @mapped, @errors, @warnings, @bodies, @packed)
        AS g (place, owner, created_at, sha256, family, schema_version, extractor_version, model_version, group_id, state, file_name, format, agency_id, title, number,
            issued_on, period_kind, period_year, period_part, period, level, confidence, lowest_confidence, fields, rows, rows_mapped, errors, warnings, body, packed)
        """;

    /// <summary>What makes the answers the same as earlier ones.</summary>
    public const string GivenIdentities = """
        unnest(@places, @sha256, @family, @schema, @extractor, @model) AS i (place, sha256, family, schema_version, extractor_version, model_version)
        """;

    /// <summary>The findings of all answers.</summary>
    public const string GivenFindings = "unnest(@finding_places, @ordinals, @rules, @severities) AS b (place, ordinal, rule, severity)";

    public static NpgsqlBatchCommand Command(string sql, IReadOnlyList<ReadDocument> documents)
    {
        NpgsqlBatchCommand command = Identities(sql, documents);
        void Add<T>(string name, Func<ReadDocument, T> value) => command.Parameters.Add(Column(name, documents, value));
        Add("@owners", document => document.LeaseOwner);
        Add("@nows", document => document.Now);
        Add("@group", document => document.Result.GroupId);
        Add("@state", document => (short)document.Result.State);
        Add("@file", document => document.Result.Index.FileName);
        Add("@format", document => (short)document.Result.Index.Format);
        Add("@agency", document => document.Result.AgencyId);
        Add("@title", document => document.Result.Index.Title);
        Add("@number", document => document.Result.Index.Number);
        Add("@issued", document => document.Result.Index.IssuedOn);
        Add("@kind", document => (short?)document.Result.Index.PeriodKind);
        Add("@year", document => document.Result.Index.PeriodYear);
        Add("@part", document => (short?)document.Result.Index.PeriodPart);
        Add("@period", document => document.Result.Period);
        Add("@level", document => (short?)document.Result.Index.Level);
        Add("@confidence", document => document.Result.Index.Confidence);
        Add("@lowest", document => document.Result.Index.LowestConfidence);
        Add("@fields", document => document.Result.Index.Values.Length);
        Add("@rows", document => document.Result.Index.Rows);
        Add("@mapped", document => document.Result.Index.RowsMapped);
        Add("@errors", document => document.Result.Index.Errors);
        Add("@warnings", document => document.Result.Index.Warnings);
        Add("@bodies", document => document.Result.Body);
        Add("@packed", document => document.Result.Values);
        AddFindings(command, documents);
        return command;
    }

    /// <summary>A statement about what makes the answers the same as earlier ones.</summary>
    public static NpgsqlBatchCommand Identities(string sql, IReadOnlyList<ReadDocument> documents)
    {
#pragma warning disable CA2100 // One of the constants of PostgresFinish.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        command.Parameters.Add(Column("@places", documents, document => document.Id));
        command.Parameters.Add(Column("@sha256", documents, document => document.Result.Index.Sha256));
        command.Parameters.Add(Column("@family", documents, document => document.Result.Index.Family));
        command.Parameters.Add(Column("@schema", documents, document => document.Result.Index.SchemaVersion));
        command.Parameters.Add(Column("@extractor", documents, document => document.Result.Versions.Extractor));
        command.Parameters.Add(Column("@model", documents, document => document.Result.Versions.Model));
        return command;
    }

    private static void AddFindings(NpgsqlBatchCommand command, IReadOnlyList<ReadDocument> documents)
    {
        List<(long Place, int Ordinal, IndexedFinding Finding)> all =
            [.. documents.SelectMany(document => document.Result.Index.Findings.Select((finding, i) => (document.Id, i, finding)))];
        command.Parameters.Add(Column("@finding_places", all, one => one.Place));
        command.Parameters.Add(Column("@ordinals", all, one => one.Ordinal));
        command.Parameters.Add(Column("@rules", all, one => one.Finding.Rule));
        command.Parameters.Add(Column("@severities", all, one => (int)one.Finding.Severity));
    }

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(string name, IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        return new NpgsqlParameter<TValue[]>(name, column);
    }
}
