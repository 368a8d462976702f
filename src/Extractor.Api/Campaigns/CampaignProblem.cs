using Extractor.Api.Problems;

namespace Extractor.Api.Campaigns;

/// <summary>Kinds of problems of campaigns; their codes and types never change.</summary>
internal static class CampaignProblem
{
    public static readonly Problem FolderNotAllowed = new("folder-not-allowed", 403, new("Thư mục không được phép", "The folder is not allowed"));
    public static readonly Problem WrongState = new("campaign-state", 409, new("Trạng thái chiến dịch không cho phép", "The campaign's state does not allow this"));

    public static ProblemException NoSuchCampaign() => new(StoredProblem.NotFound, new("Không có chiến dịch này.", "There is no such campaign."));

    // One answer for folders that are not there and those that may not be read: which folders a server has is nobody's business.
    public static ProblemException NotAllowed() => new(FolderNotAllowed, new(
        "Thư mục không tồn tại hoặc không nằm dưới thư mục mà người quản trị cho phép (Extractor:Campaigns:Roots).",
        "The folder does not exist or does not lie below a folder the operator allows (Extractor:Campaigns:Roots)."));

    public static ProblemException NotNow() => new(WrongState, new(
        "Chiến dịch đã kết thúc hoặc đã ở trạng thái này.", "The campaign has ended or is in that state already."));

    public static ProblemException NotEnded() => new(WrongState, new(
        "Chiến dịch chưa kết thúc; hãy hủy trước khi xóa.", "The campaign has not ended; cancel it before deleting it."));

    public static ProblemException NothingToRetry() => new(WrongState, new("Không có tệp nào cần thử lại.", "There is no file to try again."));
}
