using Extractor.Models;

namespace Extractor.Api.Problems;

/// <summary>Kinds of problems the server finds before any operation is reached; their codes and types never change.</summary>
internal static class HttpProblem
{
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, new("Phương thức không được phép", "Method not allowed"));
    public static readonly Problem NotAcceptable = new("not-acceptable", 406, new("Không có dạng được yêu cầu", "Not acceptable"));
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, new("Content-Type không được hỗ trợ", "Unsupported media type"));

    private static readonly Dictionary<int, Problem> Known = new[]
    {
        StoredProblem.InvalidRequest, StoredProblem.Unauthorized, StoredProblem.Forbidden, StoredProblem.NotFound, MethodNotAllowed, NotAcceptable,
        Problem.UploadTimeout, StoredProblem.Deleted, Problem.TooLarge, UnsupportedMediaType, Problem.TooBusy, Problem.Internal, StoredProblem.StorageUnavailable, StoredProblem.QuotaExceeded,
    }.ToDictionary(problem => problem.Status);

    /// <summary>What is said where the status says it all.</summary>
    public static LocalText Detail { get; } = new(
        "Xem địa chỉ, phương thức và Content-Type trong /openapi/v1.json.", "See /openapi/v1.json for addresses, methods and content types.");

    /// <summary>The kind of a status; statuses nobody thought of are invalid requests, or errors of the service.</summary>
    public static Problem Of(int status) =>
        Known.GetValueOrDefault(status) ?? (status < StatusCodes.Status500InternalServerError ? StoredProblem.InvalidRequest : Problem.Internal) with { Status = status };
}
