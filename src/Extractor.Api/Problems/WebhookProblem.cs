namespace Extractor.Api.Problems;

/// <summary>Kinds of problems of webhooks; their codes and types never change.</summary>
internal static class WebhookProblem
{
    public static readonly Problem ReceiverRefused = new("receiver-refused", 422, new("Không được gửi tới địa chỉ này", "The receiver is refused"));
    public static readonly Problem TooManyWebhooks = new("too-many-webhooks", 409, new("Quá nhiều webhook", "Too many webhooks"));

    public static ProblemException Refused() => new(ReceiverRefused, new(
        "Địa chỉ phải là https:// (http:// nếu người quản trị cho phép), không có tên người dùng hay phần '#', và không thuộc mạng nội bộ.",
        "The address must be https:// (http:// where the operator allows it), without user name or '#', and not of a private network."));

    public static ProblemException TooMany(int most) => new(TooManyWebhooks, new($"Tối đa {most} webhook.", $"At most {most} webhooks."));

    public static ProblemException NoSuchWebhook() => new(StoredProblem.NotFound, new("Không có webhook này.", "There is no such webhook."));

    public static ProblemException NoSuchDelivery() => new(StoredProblem.NotFound, new("Không có thông báo này.", "There is no such message."));
}
