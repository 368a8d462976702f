using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Problems;

/// <summary>Kinds of problems of jobs, stored results and keys; their codes and types never change.</summary>
internal static class StoredProblem
{
    public static readonly Problem InvalidRequest = new("invalid-request", 400, new("Yêu cầu không hợp lệ", "Invalid request"));
    public static readonly Problem Unauthorized = new("unauthorized", 401, new("Cần khóa truy cập", "A key is needed"));
    public static readonly Problem Forbidden = new("forbidden", 403, new("Khóa không có quyền này", "The key may not do this"));
    public static readonly Problem NotFound = new("not-found", 404, new("Không tìm thấy", "Not found"));
    public static readonly Problem JobRunning = new("job-running", 409, new("Công việc chưa kết thúc", "The job has not ended"));
    public static readonly Problem LastAdmin = new("last-admin", 409, new("Khóa admin cuối cùng", "The last admin key"));
    public static readonly Problem VersionGone = new("version-gone", 409, new("Phiên bản đã tạo kết quả không còn", "The version that gave the result is gone"));
    public static readonly Problem Deleted = new("deleted", 410, new("Đã xóa", "Deleted"));
    public static readonly Problem IdempotencyMismatch = new("idempotency-mismatch", 422, new("Idempotency-Key đã dùng cho yêu cầu khác", "The Idempotency-Key was used for another request"));
    public static readonly Problem QuotaExceeded = new("quota-exceeded", 507, new("Hết hạn mức lưu trữ", "The quota is used up"));
    public static readonly Problem StorageUnavailable = new("storage-unavailable", 503, new("Chưa truy cập được kho dữ liệu", "The storage cannot be reached"));

    /// <summary>A parameter has a value it cannot have.</summary>
    public static ProblemException Invalid(string parameter, string expected) => new(
        InvalidRequest, new($"Tham số '{parameter}' không hợp lệ; cần: {expected}.", $"The parameter '{parameter}' is not valid; expected: {expected}."));

    public static LocalText TooManyFiles(int most) => new($"Mỗi yêu cầu tối đa {most} tệp.", $"At most {most} files a request.");

    public static ProblemException NoSuchJob() => new(NotFound, new("Không có công việc này.", "There is no such job."));

    public static ProblemException NoSuchResult() => new(NotFound, new("Không có kết quả này.", "There is no such result."));

    public static ProblemException NotQuarantined() => new(NotFound, new("Tệp này không bị để riêng.", "This file is not set aside."));

    /// <summary>An answer can only be explained by what gave it.</summary>
    public static ProblemException OtherVersion() => new(
        VersionGone, new(
            "Kết quả này do một phiên bản khác của chương trình tạo ra; hãy gửi lại tệp để có kết quả có thể giải thích.",
            "Another version of the program gave this result; send the file again for one that can be explained."));

    public static ProblemException ResultWasDeleted() => new(
        Deleted, new("Kết quả và tệp gốc đã bị xóa; lịch sử còn ghi lại việc này.", "The result and its original were deleted; the history still says so."));

    public static ProblemException Running() => new(
        JobRunning, new("Còn tệp đang chờ hoặc đang đọc; hãy hủy công việc trước.", "Files are still waiting or being read; cancel the job first."));

    public static ProblemException KeyUsedOtherwise(Exception inner) => new(
        IdempotencyMismatch, new("Hãy dùng một khóa khác cho các tệp khác.", "Use another key for other files."), inner);

    /// <summary>What to do where a key has stored as much as it may.</summary>
    public static LocalText OverQuota(QuotaExceededException exception) => new(
        Invariant($"Khóa này được lưu tối đa {exception.Most.Files} tệp, {exception.Most.Bytes >> 20} MiB; với yêu cầu này sẽ là {exception.Asked.Files} tệp, {exception.Asked.Bytes >> 20} MiB. Không có gì được nhận. Hãy xóa công việc, kết quả hoặc chiến dịch không còn cần, hoặc xin người quản trị tăng hạn mức."),
        Invariant($"This key may have {exception.Most.Files} files and {exception.Most.Bytes >> 20} MiB stored; with this request it would be {exception.Asked.Files} files and {exception.Asked.Bytes >> 20} MiB. Nothing was taken. Have jobs, results or campaigns deleted that are no longer needed, or ask the operator for a larger quota."));

    public static LocalText ComeBack { get; } = new("Hãy thử lại sau ít giây.", "Try again in a few seconds.");

    public static ProblemException Unreachable(Exception inner) => new(StorageUnavailable, ComeBack, inner) { RetryAfterSeconds = 5 };

    private static string Invariant(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
