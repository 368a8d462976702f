using Extractor.Api.Problems;

namespace Extractor.Api.Access;

/// <summary>What somebody is told who may not do something.</summary>
internal static class AccessProblem
{
    public static readonly Problem NoIssuer = new("issuer-unavailable", 503, new("Không liên lạc được máy chủ cấp mã", "The issuer cannot be reached"));

    public static ProblemException KeyNeeded() => new(StoredProblem.Unauthorized, new(
        "Gửi khóa còn hiệu lực trong tiêu đề \"Authorization: Bearer …\" hoặc \"X-Api-Key\".",
        "Send a valid key in the header \"Authorization: Bearer …\" or \"X-Api-Key\"."));

    public static ProblemException ScopeMissing() => new(StoredProblem.Forbidden, new(
        "Khóa này không có quyền cần thiết; hãy hỏi người quản trị.", "The key has not the scope this needs; ask the operator."));

    public static ProblemException FirstKeyMustBeAdmin() => new(StoredProblem.InvalidRequest, new(
        "Khóa đầu tiên phải có quyền admin, nếu không sẽ không ai quản trị được nữa.",
        "The first key needs the scope admin, otherwise nobody could administer the service any more."));

    public static ProblemException IssuerUnavailable(Exception inner) => new(NoIssuer, new(
        "Chưa kiểm tra được mã truy cập vì không liên lạc được với máy chủ cấp mã; hãy thử lại sau ít giây.",
        "The token cannot be checked because its issuer cannot be reached; try again in a few seconds."), inner)
    {
        RetryAfterSeconds = 5,
    };

    public static ProblemException LastAdmin() => new(StoredProblem.LastAdmin, new(
        "Đây là khóa admin cuối cùng còn hiệu lực; hãy tạo khóa admin khác trước.", "This is the last valid admin key; make another one first."));
}
