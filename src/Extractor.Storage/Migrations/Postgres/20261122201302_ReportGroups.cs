using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Extractor.Storage.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "group_id",
                table: "findings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reason_vi = table.Column<string>(type: "text", nullable: true),
                    reason_en = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quarantine", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "report_groups",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false),
                    family = table.Column<string>(type: "text", nullable: false),
                    period_year = table.Column<int>(type: "integer", nullable: true),
                    period_kind = table.Column<short>(type: "smallint", nullable: true),
                    level = table.Column<short>(type: "smallint", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    has_errors = table.Column<bool>(type: "boolean", nullable: false),
                    has_warnings = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "result_values",
                columns: table => new
                {
                    result_id = table.Column<long>(type: "bigint", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    code_id = table.Column<int>(type: "integer", nullable: false),
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<int>(type: "integer", nullable: false),
                    result_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series", x => new { x.code_id, x.group_id, x.period, x.result_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "series_backlog",
                columns: table => new
                {
                    result_id = table.Column<long>(type: "bigint", nullable: false)
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
                    result_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    cell_column = table.Column<int>(type: "integer", nullable: true),
                    cell_row = table.Column<int>(type: "integer", nullable: true),
                    cell_table = table.Column<int>(type: "integer", nullable: true),
                    code_id = table.Column<int>(type: "integer", nullable: false),
                    confidence = table.Column<float>(type: "real", nullable: false),
                    item = table.Column<string>(type: "text", nullable: true),
                    page = table.Column<int>(type: "integer", nullable: true),
                    paragraph = table.Column<int>(type: "integer", nullable: true),
                    period = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<short>(type: "smallint", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
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
