using Extractor.Models;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Campaigns;

/// <summary>Turns what the workers say into the named end of a document.</summary>
public static class OutcomeTranslation
{
    /// <summary>The end a document comes to by what a worker said.</summary>
    public static DocumentEnd EndOf(FileOutcome outcome) => outcome switch
    {
        FileResult result => new ReadEnd(result.Json, ModelVersion.Current),
        FileFailure failure => EndOf(failure),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <summary>The end of a document that gave no result.</summary>
    public static FailedEnd EndOf(FileFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new FailedEnd(StateOf(failure.Code), failure.Code, failure.Text);
    }

    /// <summary>The original is not what was stored.</summary>
    public static FailedEnd LostOriginal { get; } = new(
        DocumentState.Quarantined, "original-lost", new LocalText("Tệp gốc trong kho bị mất hoặc đã thay đổi; hãy gửi lại.", "The stored original is gone or has changed; send it again."));

    /// <summary>Whoever asked for the campaign may not have more stored.</summary>
    public static FailedEnd OverQuota { get; } = new(
        DocumentState.Quarantined, "quota-exceeded", new LocalText(
            "Đã hết hạn mức lưu trữ của khóa đã tạo chiến dịch; hãy xóa kết quả không còn cần hoặc xin thêm hạn mức, rồi thử lại tệp này.",
            "The key that asked for the campaign may not have more stored; delete what is no longer needed or ask for a larger quota, then try this file again."));

    /// <summary>The worker's answer makes no sense.</summary>
    public static FailedEnd BrokenResult { get; } = new(
        DocumentState.Quarantined, FailureCode.Internal, new LocalText("Lỗi của chương trình khi đọc tệp này.", "An error of the program while reading this file."));

    /// <summary>The same bytes were set aside before.</summary>
    public static FailedEnd Held { get; } = new(
        DocumentState.Quarantined, QuarantineStore.EndedWorkers, new LocalText(
            "Tệp này đã được để riêng vì nhiều lần làm dừng tiến trình đọc; quản trị viên có thể cho đọc lại.",
            "This file was set aside because it ended readers several times; an administrator can release it."));

    private static DocumentState StateOf(string code) => code switch
    {
        "encrypted" => DocumentState.Encrypted,
        "damaged" or "empty" => DocumentState.Damaged,
        "unsupported-format" => DocumentState.Unsupported,
        "infected" => DocumentState.Infected,
        FailureCode.Timeout => DocumentState.TimedOut,
        // Everything else asks for more than is allowed or met an error of the program: a person has to look at it.
        _ => DocumentState.Quarantined,
    };
}
