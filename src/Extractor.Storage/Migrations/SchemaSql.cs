namespace Extractor.Storage.Migrations;

/// <summary>What the model of EF Core cannot say.</summary>
internal static class SchemaSql
{
    /// <summary>The values in the order of their key, without a second tree of row numbers: half the writing for the largest table.</summary>
    public const string SqliteIndicatorValues = """
        CREATE TABLE "indicator_values" (
            "result_id" INTEGER NOT NULL,
            "ordinal" INTEGER NOT NULL,
            "code_id" INTEGER NOT NULL,
            "period" INTEGER NOT NULL,
            "item" TEXT NULL,
            "value" TEXT NULL,
            "status" INTEGER NOT NULL,
            "confidence" REAL NOT NULL,
            "source" INTEGER NULL,
            "page" INTEGER NULL,
            "cell_table" INTEGER NULL,
            "cell_row" INTEGER NULL,
            "cell_column" INTEGER NULL,
            "paragraph" INTEGER NULL,
            CONSTRAINT "PK_indicator_values" PRIMARY KEY ("result_id", "ordinal")
        ) WITHOUT ROWID;
        """;

    /// <summary>The history is appended to and never changed, whoever holds the connection.</summary>
    public const string SqliteHistoryGuard = """
        CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        """;

    /// <summary>The same for PostgreSQL.</summary>
    public const string PostgresHistoryGuard = """
        CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
        CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
        FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();
        """;

    /// <summary>A series as its key alone, without a second tree of row numbers.</summary>
    public const string SqliteSeries = """
        CREATE TABLE "series" (
            "code_id" INTEGER NOT NULL,
            "group_id" INTEGER NOT NULL,
            "period" INTEGER NOT NULL,
            "result_id" INTEGER NOT NULL,
            "ordinal" INTEGER NOT NULL,
            CONSTRAINT "PK_series" PRIMARY KEY ("code_id", "group_id", "period", "result_id", "ordinal")
        ) WITHOUT ROWID;
        """;

    /// <summary>Answers of before there were groups get theirs; their figures are carried into the series at the next start.</summary>
    public const string GroupEarlierResults = $"""
        INSERT INTO report_groups (key, family, period_year, period_kind, level, state, has_errors, has_warnings)
        SELECT DISTINCT {GroupKey}, family, period_year, period_kind, level, state, errors > 0, warnings > 0 FROM results;
        UPDATE results SET group_id = (SELECT g.id FROM report_groups g WHERE g.key = {GroupKey});
        UPDATE findings SET group_id = (SELECT r.group_id FROM results r WHERE r.id = findings.result_id);
        INSERT INTO series_backlog (result_id) SELECT id FROM results WHERE is_current;
        """;

    private const string GroupKey = """
        results.family || '|' || coalesce(CAST(results.period_year AS text), '') || '|' || coalesce(CAST(results.period_kind AS text), '') || '|'
            || coalesce(CAST(results.level AS text), '') || '|' || CAST(results.state AS text) || '|'
            || CASE WHEN results.errors > 0 THEN '1' ELSE '0' END || '|' || CASE WHEN results.warnings > 0 THEN '1' ELSE '0' END
        """;

    /// <summary>What the owners of earlier jobs and campaigns have stored.</summary>
    public const string CountEarlierHoldings = """
        INSERT INTO holdings (owner, sha256, bytes)
        SELECT held.owner, held.sha256, o.bytes FROM (
            SELECT j.owner AS owner, d.sha256 AS sha256 FROM documents d JOIN jobs j ON j.id = d.job_id WHERE j.owner IS NOT NULL
            UNION SELECT c.owner, f.sha256 FROM campaign_files f JOIN campaigns c ON c.id = f.campaign_id
            WHERE c.owner IS NOT NULL AND f.sha256 IS NOT NULL AND (c.folder IS NULL OR f.state IN (10, 11, 16))
        ) held JOIN originals o ON o.sha256 = held.sha256;
        INSERT INTO owners (owner, files, bytes) SELECT owner, count(*), sum(bytes) FROM holdings GROUP BY owner;
        """;

    /// <summary>Those that refer to others first.</summary>
    public const string DropScheduler = """
        DROP TABLE qrtz_simple_triggers; DROP TABLE qrtz_cron_triggers; DROP TABLE qrtz_simprop_triggers; DROP TABLE qrtz_blob_triggers;
        DROP TABLE qrtz_triggers; DROP TABLE qrtz_job_details; DROP TABLE qrtz_calendars; DROP TABLE qrtz_paused_trigger_grps;
        DROP TABLE qrtz_paused_job_grps; DROP TABLE qrtz_fired_triggers; DROP TABLE qrtz_scheduler_state; DROP TABLE qrtz_locks;
        DROP TABLE qrtz_execution_history; DROP TABLE qrtz_misfire_history; DROP TABLE qrtz_job_status;
        """;

    /// <summary>The tables slices of campaigns are scheduled in, the same for every node.</summary>
    /// <param name="database">"sqlite" or "postgres".</param>
    public static string Scheduler(string database)
    {
        using Stream script = typeof(SchemaSql).Assembly.GetManifestResourceStream($"Quartz.{database}.sql")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }
}
