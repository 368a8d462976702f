using Extractor.Models;

namespace Extractor.Api.Problems;

/// <summary>A kind of problem the service answers with (RFC 9457); its code and type never change.</summary>
/// <param name="Code">Last step of the type.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is called.</param>
internal sealed record Problem(string Code, int Status, LocalText Title)
{
    private const string TypePrefix = "https://extractor.local/problems/";

    public static readonly Problem MalformedUpload = new("malformed-upload", 400, new("Yêu cầu không có tệp hợp lệ", "The request holds no proper file"));
    public static readonly Problem UnknownFamily = new("unknown-family", 400, new("Loại báo cáo không có", "Unknown report family"));
    public static readonly Problem SchemaNotFound = new("unknown-family", 404, new("Loại báo cáo không có", "Unknown report family"));
    public static readonly Problem UploadTimeout = new("upload-timeout", 408, new("Gửi tệp quá chậm", "The file arrives too slowly"));
    public static readonly Problem TooLarge = new("too-large", 413, new("Tệp quá lớn", "The file is too large"));
    public static readonly Problem TooBusy = new("too-busy", 429, new("Hệ thống đang bận", "Too busy"));
    public static readonly Problem NoWorkers = new("no-workers", 503, new("Không có tiến trình đọc tệp", "No worker is running"));
    public static readonly Problem NoScanner = new("scanner-unavailable", 503, new("Chưa quét được vi-rút", "The file cannot be scanned for viruses"));
    public static readonly Problem Internal = new("internal", 500, new("Lỗi của hệ thống", "An error of the service"));

    private static readonly Dictionary<string, Problem> FailedFiles = new Problem[]
    {
        new("unsupported-format", 415, new("Định dạng không được hỗ trợ", "Unsupported format")),
        new("empty", 422, new("Tệp rỗng", "Empty file")),
        new("damaged", 422, new("Tệp bị hỏng", "Damaged file")),
        new("encrypted", 422, new("Tệp có mật khẩu", "Encrypted file")),
        new("limit-exceeded", 422, new("Tệp vượt giới hạn", "Limit exceeded")),
        new("infected", 422, new("Tệp có mã độc", "Infected file")),
        new("timeout", 422, new("Đọc tệp quá lâu", "Reading takes too long")),
        new("out-of-memory", 422, new("Tệp cần quá nhiều bộ nhớ", "The file needs too much memory")),
        new("quarantined", 422, new("Tệp bị cách ly", "The file is quarantined")),
        UnknownFamily,
        Internal,
    }.ToDictionary(problem => problem.Code, StringComparer.Ordinal);

    /// <summary>URI of the kind.</summary>
    public string Type => TypePrefix + Code;

    /// <summary>The kind of a file that gave no result.</summary>
    public static Problem Of(string code) => FailedFiles.GetValueOrDefault(code, Internal);
}
