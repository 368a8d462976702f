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

    public static LocalText BackupFolder { get; } = new("Thư mục của bản sao lưu.", "Folder of the backup.");

    public static LocalText DataOption { get; } = new("Thư mục dữ liệu của dịch vụ.", "Data directory of the service.");

    public static LocalText PostgresOption { get; } = new(
        "Chuỗi kết nối PostgreSQL; mặc định dùng SQLite trong thư mục dữ liệu.", "Connection string of PostgreSQL; SQLite in the data directory by default.");

    public static LocalText Migrated(int steps) => new($"Đã áp dụng {steps} bước; cơ sở dữ liệu là mới nhất.", $"{steps} steps applied; the database is up to date.");

    public static LocalText Copied(BackupReport report) => new(
        $"{report.Originals} tệp gốc đã sao chép và kiểm tra; {report.Missing} tệp thiếu hoặc hỏng.",
        $"{report.Originals} originals copied and checked; {report.Missing} missing or damaged.");
}
