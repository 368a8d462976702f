using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Databases;

/// <summary>What the commands on the database say to their user.</summary>
internal static class DatabaseTexts
{
    public static LocalText Database { get; } = new("Kho dữ liệu của dịch vụ.", "The storage of the service.");

    public static LocalText Migrate { get; } = new("Tạo hoặc nâng cấp cơ sở dữ liệu.", "Makes the database or brings it up to date.");

    public static LocalText Backup { get; } = new(
        "Sao lưu cơ sở dữ liệu và tệp gốc; dịch vụ vẫn có thể chạy.", "Copies database and originals; the service may go on running.");

    public static LocalText Restore { get; } = new(
        "Khôi phục bản sao lưu vào kho còn trống.", "Brings a backup back into an empty storage.");

    public static LocalText Move { get; } = new(
        "Chuyển toàn bộ dữ liệu sang PostgreSQL; dịch vụ phải dừng. Nếu bị ngắt, chạy lại để tiếp tục.",
        "Moves everything to PostgreSQL; the service must be stopped. Cut off, it goes on when it is run again.");

    public static LocalText ToOption { get; } = new("Chuỗi kết nối của PostgreSQL sẽ nhận dữ liệu.", "Connection string of the PostgreSQL that takes over.");

    public static LocalText Sweep { get; } = new(
        "Xóa tệp gốc mà không công việc nào dùng đến sau một ngày, và báo tệp gốc bị mất.",
        "Removes originals that no job has named for a day, and tells which are gone.");

    public static LocalText ReportOnlyOption { get; } = new("Chỉ báo, không xóa.", "Tells only, removes nothing.");

    public static LocalText MovedTable(string table, long rows) => new($"{table}: {rows} dòng", $"{table}: {rows} rows");

    public static LocalText Moved(MoveReport report) => new(
        $"Đã chuyển và đối chiếu {report.Tables.Values.Sum()} dòng; {report.Originals} tệp gốc giữ nguyên chỗ, {report.Missing} tệp bị mất.",
        $"{report.Tables.Values.Sum()} rows moved and compared; {report.Originals} originals stay where they are, {report.Missing} are missing.");

    public static LocalText Gone(string sha256) => new($"{sha256}: tệp gốc bị mất", $"{sha256}: the original is gone");

    public static LocalText Swept(SweepReport report, bool removed) => removed
        ? new($"{report.Files} tệp gốc; đã xóa {report.Orphans.Count} tệp không thuộc công việc nào.", $"{report.Files} originals; {report.Orphans.Count} that belong to no job were removed.")
        : new($"{report.Files} tệp gốc; {report.Orphans.Count} tệp không thuộc công việc nào.", $"{report.Files} originals; {report.Orphans.Count} belong to no job.");

    public static LocalText BackupFolder { get; } = new("Thư mục của bản sao lưu.", "Folder of the backup.");

    public static LocalText DataOption { get; } = new("Thư mục dữ liệu của dịch vụ.", "Data directory of the service.");

    public static LocalText PostgresOption { get; } = new(
        "Chuỗi kết nối PostgreSQL; mặc định dùng SQLite trong thư mục dữ liệu.", "Connection string of PostgreSQL; SQLite in the data directory by default.");

    public static LocalText Migrated(int steps) => new($"Đã áp dụng {steps} bước; cơ sở dữ liệu là mới nhất.", $"{steps} steps applied; the database is up to date.");

    public static LocalText Copied(BackupReport report) => new(
        $"{report.Originals} tệp gốc đã sao chép và kiểm tra; {report.Missing} tệp thiếu hoặc hỏng.",
        $"{report.Originals} originals copied and checked; {report.Missing} missing or damaged.");
}
