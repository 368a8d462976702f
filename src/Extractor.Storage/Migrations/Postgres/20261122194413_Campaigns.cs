using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Extractor.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Campaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaign_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    path_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: true),
                    bytes = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    slice_id = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    reason_vi = table.Column<string>(type: "text", nullable: true),
                    reason_en = table.Column<string>(type: "text", nullable: true),
                    result_id = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaign_folders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    path_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_folders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaign_slices",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    campaign_id = table.Column<long>(type: "bigint", nullable: false),
                    files = table.Column<int>(type: "integer", nullable: false),
                    released_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    runs = table.Column<int>(type: "integer", nullable: false),
                    node = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_slices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    folder = table.Column<string>(type: "text", nullable: true),
                    family = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<short>(type: "smallint", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    documents_per_minute = table.Column<int>(type: "integer", nullable: true),
                    window_from = table.Column<int>(type: "integer", nullable: true),
                    window_to = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    enumerated_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    next_release_at = table.Column<long>(type: "bigint", nullable: false),
                    passed_over = table.Column<long>(type: "bigint", nullable: false),
                    obstacle = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_files_campaign_id_path_key",
                table: "campaign_files",
                columns: new[] { "campaign_id", "path_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_files_campaign_id_state_id",
                table: "campaign_files",
                columns: new[] { "campaign_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_files_needed",
                table: "campaign_files",
                column: "sha256",
                filter: "state = 0 AND sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_files_result_id",
                table: "campaign_files",
                column: "result_id",
                filter: "result_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_campaign_files_slice",
                table: "campaign_files",
                column: "slice_id",
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_folders_campaign_id_path_key",
                table: "campaign_folders",
                columns: new[] { "campaign_id", "path_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_folders_waiting",
                table: "campaign_folders",
                columns: new[] { "campaign_id", "id" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_slices_campaign_id_ended_at",
                table: "campaign_slices",
                columns: new[] { "campaign_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_campaign_slices_live",
                table: "campaign_slices",
                column: "campaign_id",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_created_at",
                table: "campaigns",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_open",
                table: "campaigns",
                column: "status",
                filter: "finished_at IS NULL");

            migrationBuilder.Sql(SchemaSql.Scheduler("postgres"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SchemaSql.DropScheduler);

            migrationBuilder.DropTable(
                name: "campaign_files");

            migrationBuilder.DropTable(
                name: "campaign_folders");

            migrationBuilder.DropTable(
                name: "campaign_slices");

            migrationBuilder.DropTable(
                name: "campaigns");
        }
    }
}
