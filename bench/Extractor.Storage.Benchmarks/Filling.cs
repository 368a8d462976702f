using System.Globalization;
using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Storage.Results;

namespace Extractor.Storage.Benchmarks;

/// <summary>Many results as rows: 20,000 agencies of three levels, 25 periods, every seventh with an error, five indicators each.</summary>
internal static class Filling
{
    private const int Values = 5;
    private const int Chunk = 100_000;
    private const string Year = "(2018 + (i % 5))";
    private const string Kind = "((i / 5) % 5)";
    private const string Period = "((2018 + (i % 5)) * 1000 + ((i / 5) % 5 + 1) * 20)";
    private const string Level = "(CASE WHEN i % 100 = 0 THEN 2 WHEN i % 10 = 0 THEN 1 ELSE 0 END)";
    private const string Error = "(CASE WHEN i % 7 = 0 THEN 1 ELSE 0 END)";
    private const string Group = $"(1 + (i % 5) + 5 * {Kind} + 25 * {Level} + 75 * {Error})";

    public static async Task RunAsync(StoreDatabase database, int count)
    {
        bool isSqlite = database is SqliteDatabase;
        string Numbers(int from, int to) => isSqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}) SELECT i FROM n) n"
            : $"generate_series({from}, {to}) AS n(i)";
        await WriteAsync(database, $"INSERT INTO agencies (id, name, folded) SELECT i, 'Ủy ban nhân dân xã số ' || i, 'uy ban nhan dan xa so ' || i FROM {Numbers(1, 20_000)}");
        await WriteAsync(database, $"INSERT INTO indicator_codes (id, code) SELECT i, 'bench.c' || i FROM {Numbers(1, Values)}");
        await WriteAsync(database, $"""
            INSERT INTO report_groups (id, key, family, period_year, period_kind, level, state, has_errors, has_warnings)
            SELECT DISTINCT {Group}, 'bench' || {Group}, 'bench', {Year}, {Kind}, {Level}, CASE WHEN i % 7 = 0 THEN 11 ELSE 10 END, i % 7 = 0, i < 0 FROM {Numbers(1, 17_500)}
            """);
        byte[] packed = PackedValues.Pack([.. Enumerable.Range(1, Values).Select(code =>
            new PackedValue(code, null, "479", FieldStatus.Reported, 0.95f, EvidenceSource.Table, 9, 0, 35, 3, null))]);
        for (int from = 1; from <= count; from += Chunk)
        {
            string numbers = Numbers(from, Math.Min(count, from + Chunk - 1));
            await WriteAsync(database, $"""
                INSERT INTO results (id, sha256, family, schema_version, extractor_version, model_version, is_current, group_id, state, file_name, format, agency_id,
                    period_kind, period_year, period_part, period, level, confidence, lowest_confidence, fields, rows, rows_mapped, errors, warnings, created_at)
                SELECT i, 'bench' || i, 'bench', 1, 'b', 'b', TRUE, {Group}, CASE WHEN i % 7 = 0 THEN 11 ELSE 10 END, 'report.docx', 0,
                    (CAST(i AS BIGINT) * 7919) % 20000 + 1, {Kind}, {Year}, NULL, {Period}, {Level}, 0.95, ((CAST(i AS BIGINT) * 7919) % 100003) / 100003.0, 5, 5, 5,
                    {Error}, 0, i
                FROM {numbers}
                """);
            await WriteAsync(database, $"INSERT INTO result_values (result_id, packed) SELECT i, @packed FROM {numbers}", ("@packed", packed));
            await WriteAsync(database, $"""
                INSERT INTO findings (result_id, ordinal, rule, severity, group_id) SELECT i, 0, CASE WHEN i % 70000 = 0 THEN 'R99' ELSE 'R01' END, 2, {Group}
                FROM {numbers} WHERE i % 7 = 0
                """);
            for (int code = 1; code <= Values; code++)
            {
                await WriteAsync(database, string.Create(
                    CultureInfo.InvariantCulture,
                    $"INSERT INTO series (code_id, group_id, period, result_id, ordinal) SELECT {code}, {Group}, {Period}, i, {code - 1} FROM {numbers} ORDER BY 2, 3, 4"));
            }
        }

        await WriteAsync(database, "ANALYZE");
    }

    private static Task<int> WriteAsync(StoreDatabase database, string sql, params (string, object?)[] parameters) =>
        database.WriteAsync(session => session.ExecuteAsync(sql, default, parameters), default);
}
