using Extractor.Models;
using Extractor.Scoring;

namespace Extractor;

/// <summary>A confidence model that cannot be used.</summary>
public sealed class ConfidenceModelException : Exception
{
    private ConfidenceModelException(LocalText text, Exception? inner)
        : base(text.En, inner) => Text = text;

    /// <summary>What is wrong and what to do.</summary>
    public LocalText Text { get; }

    internal static ConfidenceModelException Missing(string name, Exception? inner) => new(new LocalText(
        $"Không tìm thấy hoặc không mở được tệp mô hình độ tin cậy '{name}'.",
        $"The confidence model '{name}' is missing or cannot be opened."), inner);

    internal static ConfidenceModelException Damaged(string name, string part, Exception? inner) => new(new LocalText(
        $"Tệp mô hình độ tin cậy '{name}' bị hỏng ({part}). Hãy tạo lại bằng lệnh 'extractor train'.",
        $"The confidence model '{name}' is damaged ({part}). Make it again with 'extractor train'."), inner);

    internal static ConfidenceModelException OtherVersion(string name, int signals) => new(new LocalText(
        $"Tệp mô hình độ tin cậy '{name}' thuộc phiên bản khác ({signals}; chương trình cần {ConfidenceModel.CurrentSignalVersion}). Hãy tạo lại bằng lệnh 'extractor train'.",
        $"The confidence model '{name}' is of another version ({signals}; this program needs {ConfidenceModel.CurrentSignalVersion}). Make it again with 'extractor train'."), null);
}
