using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Extractor.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class YearIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_period_id",
                table: "results");

            migrationBuilder.CreateIndex(
                name: "IX_results_period_year_id",
                table: "results",
                columns: new[] { "period_year", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_results_period_year_id",
                table: "results");

            migrationBuilder.CreateIndex(
                name: "IX_results_period_id",
                table: "results",
                columns: new[] { "period", "id" });
        }
    }
}
