using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Extractor.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Quotas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "max_bytes",
                table: "api_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "max_files",
                table: "api_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "holdings",
                columns: table => new
                {
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_holdings", x => new { x.owner, x.sha256 });
                });

            migrationBuilder.CreateTable(
                name: "owners",
                columns: table => new
                {
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owners", x => x.owner);
                });

            migrationBuilder.CreateIndex(
                name: "IX_holdings_sha256",
                table: "holdings",
                column: "sha256");

            migrationBuilder.Sql(SchemaSql.CountEarlierHoldings);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "holdings");

            migrationBuilder.DropTable(
                name: "owners");

            migrationBuilder.DropColumn(
                name: "max_bytes",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "max_files",
                table: "api_keys");
        }
    }
}
