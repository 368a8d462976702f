using Extractor.Models;
using Extractor.Storage.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>Lists and series over many stored results: 20,000 agencies of four levels, 25 periods, five indicators each.</summary>
internal static class Queries
{
    private const int Runs = 15;
    private const int Values = 5;

    public static async Task RunAsync(IServiceProvider services, int count)
    {
        var database = services.GetRequiredService<StoreDatabase>();
        long have = await database.ReadAsync(session => session.NumberAsync("SELECT count(*) FROM results", default), default) ?? 0;
        if (have < count)
        {
            Console.WriteLine($"filled with {count} results in {await Overhead.TimeAsync(() => FillAsync(database, count)) / 1000:0.0} s");
        }

        var reports = services.GetRequiredService<ReportStore>();
        (string Name, Func<Task> Query)[] queries =
        [
            ("newest", () => reports.ListAsync(new(), null, 51, default)),
            ("in the middle", () => reports.ListAsync(new(), count / 2, 51, default)),
            ("agency", () => reports.ListAsync(new() { Agency = "xa so 12345" }, null, 51, default)),
            ("part of a name all have", () => reports.ListAsync(new() { Agency = "ủy ban" }, null, 51, default)),
            ("one year", () => reports.ListAsync(new() { FromYear = 2020, ToYear = 2020 }, null, 51, default)),
            ("level and state", () => reports.ListAsync(new() { Level = AdministrativeLevel.Province, State = ResultState.NeedsReview }, null, 51, default)),
            ("year, period, level", () => reports.ListAsync(new() { FromYear = 2021, ToYear = 2021, Period = PeriodKind.Quarter, Level = AdministrativeLevel.District }, null, 51, default)),
            ("least certain", () => reports.ListAsync(new() { MaxConfidence = 0.001 }, null, 51, default)),
            ("errors", () => reports.ListAsync(new() { Findings = FindingFilter.Error }, null, 51, default)),
            ("series from the start", () => reports.SeriesAsync("bench.c1", new(), null, 51, default)),
            ("series of a year", () => reports.SeriesAsync("bench.c1", new() { FromYear = 2021, ToYear = 2021 }, null, 51, default)),
            ("series of an agency", () => reports.SeriesAsync("bench.c1", new() { Agency = "xa so 12345" }, null, 51, default)),
            ("series of a level", () => reports.SeriesAsync("bench.c1", new() { Level = AdministrativeLevel.Province }, null, 51, default)),
        ];
        foreach ((string name, Func<Task> query) in queries)
        {
            await query();
            var times = new List<double>();
            for (int run = 0; run < Runs; run++)
            {
                times.Add(await Overhead.TimeAsync(query));
            }

            Console.WriteLine($"{name,-26}{Overhead.Median(times),8:0.0} ms median, {times.Min():0.0} to {times.Max():0.0}");
        }
    }

    private static async Task FillAsync(StoreDatabase database, int count)
    {
        bool isSqlite = database is SqliteDatabase;
        string Numbers(string from, string to) => isSqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}) SELECT i FROM n) n"
            : $"generate_series({from}, {to}) AS n(i)";
        await WriteAsync(database, $"INSERT INTO agencies (id, name, folded) SELECT i, 'Ủy ban nhân dân xã số ' || i, 'uy ban nhan dan xa so ' || i FROM {Numbers("1", "20000")}");
        await WriteAsync(database, $"INSERT INTO indicator_codes (id, code) SELECT i, 'bench.c' || i FROM {Numbers("1", "5")}");
        const int Chunk = 100_000;
        const string Period = "((2018 + (i % 5)) * 1000 + ((i / 5) % 5 + 1) * 20)";
        for (int from = 1; from <= count; from += Chunk)
        {
            string numbers = Numbers($"{from}", $"{Math.Min(count, from + Chunk - 1)}");
            await WriteAsync(database, $"""
                INSERT INTO results (id, sha256, family, schema_version, extractor_version, model_version, is_current, state, file_name, format, agency_id,
                    period_kind, period_year, period_part, period, level, confidence, lowest_confidence, fields, rows, rows_mapped, errors, warnings, created_at)
                SELECT i, 'bench' || i, 'bench', 1, 'b', 'b', TRUE, CASE WHEN i % 7 = 0 THEN 11 ELSE 10 END, 'report.docx', 0, (CAST(i AS BIGINT) * 7919) % 20000 + 1,
                    (i / 5) % 5, 2018 + (i % 5), NULL, {Period}, CASE WHEN i % 100 = 0 THEN 2 WHEN i % 10 = 0 THEN 1 ELSE 0 END, 0.95,
                    ((CAST(i AS BIGINT) * 7919) % 100000) / 100000.0, 5, 5, 5, CASE WHEN i % 7 = 0 THEN 1 ELSE 0 END, 0, i
                FROM {numbers}
                """);
            for (int value = 1; value <= Values; value++)
            {
                await WriteAsync(database, $"""
                    INSERT INTO indicator_values (result_id, ordinal, code_id, period, value, status, confidence, source, page, cell_table, cell_row, cell_column)
                    SELECT i, {value - 1}, {value}, {Period}, '479', 0, 0.95, 0, 9, 0, 35, 3 FROM {numbers}
                    """);
            }
        }

        await WriteAsync(database, "ANALYZE");
    }

    private static Task<int> WriteAsync(StoreDatabase database, string sql) => database.WriteAsync(session => session.ExecuteAsync(sql, default), default);
}
