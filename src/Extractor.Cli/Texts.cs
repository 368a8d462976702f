using Extractor.Models;

namespace Extractor.Cli;

/// <summary>What the program says to its user.</summary>
internal static class Texts
{
    public static LocalText Program { get; } = new(
        "Đọc báo cáo hành chính và trả về số liệu có cấu trúc.", "Reads administrative reports and returns their figures as structured data.");

    public static LocalText LangOption { get; } = new("Ngôn ngữ của thông báo: vi hoặc en.", "Language of messages: vi or en.");

    public static LocalText HelpOption { get; } = new("In hướng dẫn.", "Print help.");

    public static LocalText VersionOption { get; } = new("In phiên bản.", "Print the version.");

    public static LocalText SeeHelp { get; } = new("Xem hướng dẫn: extractor --help", "For help: extractor --help");

    public static LocalText Extract { get; } = new("Đọc các tệp và in kết quả JSON.", "Reads files and prints their results as JSON.");

    public static LocalText PathsArgument { get; } = new(
        "Tệp hoặc thư mục; thư mục được đọc cả bên trong, không theo liên kết.", "Files or folders; folders are read to the bottom, links are not followed.");

    public static LocalText OutOption { get; } = new(
        "Ghi mỗi kết quả vào thư mục này (report.docx thành report.docx.json).", "Write each result into this folder (report.docx becomes report.docx.json).");

    public static LocalText TableOption { get; } = new("In bảng cho người đọc.", "Print a table for people.");

    public static LocalText FamilyOption { get; } = new("Loại báo cáo; mặc định theo nội dung.", "Report family; the content decides by default.");

    public static LocalText ExplainOption { get; } = new(
        "Giải thích độ tin cậy của từng chỉ tiêu trong kết quả JSON.", "Explain the confidence of each field in the JSON.");

    public static LocalText MaxSizeOption { get; } = new("Kích thước tối đa của một tệp (MB).", "Largest file in MB.");

    public static LocalText TimeoutOption { get; } = new(
        "Thời gian tối đa cho một tệp (giây).", "Longest time for one file in seconds.");

    public static LocalText AllOption { get; } = new(
        "Thử mọi tệp trong thư mục, không chỉ tệp có tên giống văn bản.", "Try every file of a folder, not only those named like documents.");

    public static LocalText WorkersOption { get; } = new(
        "Số tiến trình đọc song song, mỗi tệp trong một tiến trình riêng; 0 đọc ngay trong chương trình. Mặc định: 0 khi có một tệp, số bộ xử lý khi có nhiều tệp.",
        "Processes that read side by side, shut in and apart from each other; 0 reads in this one. Default: 0 for one file, the number of processors for more.");

    public static LocalText Check { get; } = new(
        "So các kết quả của từng cơ quan qua các kỳ báo cáo.", "Compares the results of each agency over time.");

    public static LocalText ResultsFolderArgument { get; } = new(
        "Thư mục có các kết quả JSON (extract --out).", "Folder with results as JSON (extract --out).");

    public static LocalText NoResults { get; } = new("Không có tệp *.json.", "There is no *.json file.");

    public static LocalText NoResult { get; } = new("Tệp này không phải kết quả.", "This file is no result.");

    public static LocalText Schema { get; } = new("Xem và kiểm tra các loại báo cáo.", "Shows and checks report families.");

    public static LocalText SchemaList { get; } = new("Liệt kê các loại báo cáo.", "Lists the report families.");

    public static LocalText SchemaShow { get; } = new("In các chỉ tiêu của một loại báo cáo.", "Prints the indicators of a family.");

    public static LocalText SchemaCheck { get; } = new(
        "Kiểm tra thư mục dữ liệu của một loại báo cáo.", "Checks the folder with the data files of a family.");

    public static LocalText FamilyArgument { get; } = new("Tên loại báo cáo.", "Name of the family.");

    public static LocalText FolderArgument { get; } = new(
        "Thư mục có family.json, indicators.csv, aliases.csv, units.csv.", "Folder with family.json, indicators.csv, aliases.csv, units.csv.");

    public static LocalText JsonOption { get; } = new("In dạng JSON.", "Print JSON.");

    public static LocalText NotFound { get; } = new("Không có tệp hoặc thư mục này.", "There is no such file or folder.");

    public static LocalText NotReadable { get; } = new("Không đọc được tệp.", "The file cannot be read.");

    public static LocalText NotWritable { get; } = new("Không ghi được kết quả.", "The result cannot be written.");

    public static LocalText NoFiles { get; } = new("Không có tệp nào để đọc.", "There is no file to read.");

    public static LocalText Internal { get; } = new("Lỗi của chương trình", "An error of the program");

    public static LocalText Code { get; } = new("Mã", "Code");

    public static LocalText Name { get; } = new("Chỉ tiêu", "Indicator");

    public static LocalText Value { get; } = new("Số liệu", "Value");

    public static LocalText Confidence { get; } = new("Tin cậy", "Confid.");

    public static LocalText Page { get; } = new("Trang", "Page");

    public static LocalText NoFields { get; } = new("Không tìm thấy chỉ tiêu nào.", "No indicator was found.");

    public static LocalText TooLarge(int megabytes) => new(
        $"Tệp lớn hơn {megabytes} MB; hãy đặt --max-size lớn hơn nếu đúng là báo cáo.", $"The file is larger than {megabytes} MB; raise --max-size if it is a report.");

    public static LocalText TimedOut(int seconds) => new(
        $"Chưa đọc xong sau {seconds} giây.", $"Not finished after {seconds} seconds.");

    public static LocalText NoWorkers(string reason) => new(
        $"Không khởi động được tiến trình đọc tệp ({reason}); --workers 0 đọc không cần chúng.",
        $"No process to read files can be started ({reason}); --workers 0 reads without them.");

    public static LocalText NotShutIn(string restrictions) => new(
        $"Hệ thống này không cho phép giới hạn tiến trình đọc tệp: {restrictions}.", $"This system does not allow to shut the reading processes in by: {restrictions}.");

    public static LocalText UnknownOption(string option) => new($"Không có tùy chọn '{option}'.", $"There is no option '{option}'.");

    public static LocalText UnknownFamily(string family) => new($"Không có loại báo cáo '{family}'.", $"There is no report family '{family}'.");

    public static LocalText PassedOver(int count, string kinds) => new(
        $"Bỏ qua {count} mục không phải văn bản ({kinds}); dùng --all để thử tất cả tệp.",
        $"Passed over {count} entries that are no documents ({kinds}); --all tries every file.");

    public static LocalText Checked(int results, int findings) => new($"{results} kết quả; {findings} phát hiện", $"{results} results; {findings} findings");

    public static LocalText Progress(int done, int total, int failed) => new(
        $"{done}/{total} tệp, {failed} tệp lỗi", $"{done}/{total} files, {failed} failed");

    public static LocalText Summary(int fields, int rows, int mapped, int findings, int unread) => new(
        $"{fields} chỉ tiêu; {mapped}/{rows} dòng nhận ra; {findings} phát hiện; {unread} phần chưa đọc",
        $"{fields} indicators; {mapped}/{rows} rows recognised; {findings} findings; {unread} parts unread");

    public static LocalText FamilyIsWhole(string family, int version, int indicators) => new(
        $"{family} v{version}: {indicators} chỉ tiêu, hợp lệ", $"{family} v{version}: {indicators} indicators, valid");
}
