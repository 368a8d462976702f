using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Extractor.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReportGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_values");

            migrationBuilder.DropIndex(
                name: "IX_results_lowest_confidence_id",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_results_period_year_id",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_results_state_level_id",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_findings_rule_result_id",
                table: "findings");

            migrationBuilder.AddColumn<int>(
                name: "group_id",
                table: "results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "group_id",
                table: "findings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    reason_vi = table.Column<string>(type: "TEXT", nullable: true),
                    reason_en = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantine", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "report_groups",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    family = table.Column<string>(type: "TEXT", nullable: false),
                    period_year = table.Column<int>(type: "INTEGER", nullable: true),
                    period_kind = table.Column<short>(type: "INTEGER", nullable: true),
                    level = table.Column<short>(type: "INTEGER", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    has_errors = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_warnings = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "result_values",
                columns: table => new
                {
                    result_id = table.Column<long>(type: "INTEGER", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_result_values", x => x.result_id);
                    table.ForeignKey(
                        name: "FK_result_values_results_result_id",
                        column: x => x.result_id,
                        principalTable: "results",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(SchemaSql.SqliteSeries);

            migrationBuilder.CreateTable(
                name: "series_backlog",
                columns: table => new
                {
                    result_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_backlog", x => x.result_id);
                });

            migrationBuilder.Sql(SchemaSql.GroupEarlierResults);

            migrationBuilder.CreateIndex(
                name: "ix_results_confidence",
                table: "results",
                columns: new[] { "group_id", "lowest_confidence" },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_results_groups",
                table: "results",
                columns: new[] { "group_id", "id" },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_findings_rule_group_id_result_id",
                table: "findings",
                columns: new[] { "rule", "group_id", "result_id" });

            migrationBuilder.CreateIndex(
                name: "IX_quarantine_at",
                table: "quarantine",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_report_groups_key",
                table: "report_groups",
                column: "key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marks");

            migrationBuilder.DropTable(
                name: "quarantine");

            migrationBuilder.DropTable(
                name: "report_groups");

            migrationBuilder.DropTable(
                name: "result_values");

            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropTable(
                name: "series_backlog");

            migrationBuilder.DropIndex(
                name: "ix_results_confidence",
                table: "results");

            migrationBuilder.DropIndex(
                name: "ix_results_groups",
                table: "results");

            migrationBuilder.DropIndex(
                name: "IX_findings_rule_group_id_result_id",
                table: "findings");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "results");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "findings");

            migrationBuilder.CreateTable(
                name: "indicator_values",
                columns: table => new
                {
                    result_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    cell_column = table.Column<int>(type: "INTEGER", nullable: true),
                    cell_row = table.Column<int>(type: "INTEGER", nullable: true),
                    cell_table = table.Column<int>(type: "INTEGER", nullable: true),
                    code_id = table.Column<int>(type: "INTEGER", nullable: false),
                    confidence = table.Column<float>(type: "REAL", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    paragraph = table.Column<int>(type: "INTEGER", nullable: true),
                    period = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<short>(type: "INTEGER", nullable: true),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_values", x => new { x.result_id, x.ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "IX_results_lowest_confidence_id",
                table: "results",
                columns: new[] { "lowest_confidence", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_results_period_year_id",
                table: "results",
                columns: new[] { "period_year", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_results_state_level_id",
                table: "results",
                columns: new[] { "state", "level", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_findings_rule_result_id",
                table: "findings",
                columns: new[] { "rule", "result_id" });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_values_code_id_period_result_id",
                table: "indicator_values",
                columns: new[] { "code_id", "period", "result_id" });
        }
    }
}
