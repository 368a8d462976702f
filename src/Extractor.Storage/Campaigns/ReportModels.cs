using Extractor.Models;

namespace Extractor.Storage;

/// <summary>What a campaign has brought.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Progress">Its files by state.</param>
/// <param name="Unread">Why files have no result, most frequent first.</param>
/// <param name="Confidence">How certain the results are.</param>
/// <param name="Findings">Rules the reports break, most frequent first.</param>
/// <param name="Duplicates">Bytes that came most often.</param>
/// <param name="UnlistedFolders">Folders that could not be listed, or lie too deep; at most a thousand.</param>
public sealed record CampaignReport(
    Campaign Campaign, CampaignProgress Progress, IReadOnlyList<UnreadFiles> Unread, CampaignConfidence Confidence, IReadOnlyList<BrokenRule> Findings,
    IReadOnlyList<RepeatedFile> Duplicates, IReadOnlyList<string> UnlistedFolders);

/// <summary>Files that have no result for one reason.</summary>
/// <param name="State">Their named end.</param>
/// <param name="Reason">Stable name of the reason; null where they were cancelled.</param>
/// <param name="Text">The same for people.</param>
/// <param name="Files">How many.</param>
public sealed record UnreadFiles(DocumentState State, string? Reason, LocalText? Text, long Files);

/// <summary>How certain the results of a campaign are.</summary>
/// <param name="Results">Results that tell anything, each counted once.</param>
/// <param name="Mean">Mean of their mean confidences; null without results.</param>
/// <param name="Tenths">Results whose mean confidence is below 0.1, 0.2, … and up to 1.</param>
public sealed record CampaignConfidence(long Results, double? Mean, IReadOnlyList<long> Tenths);

/// <summary>A rule that reports of a campaign break.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Findings">How often.</param>
/// <param name="Reports">In how many reports.</param>
public sealed record BrokenRule(string Rule, Severity Severity, long Findings, long Reports);

/// <summary>Bytes that came more than once.</summary>
/// <param name="ResultId">Their result.</param>
/// <param name="Path">The file of this campaign they were read from; null where an earlier reading stands.</param>
/// <param name="Copies">Further files with the same bytes.</param>
public sealed record RepeatedFile(long ResultId, string? Path, long Copies);

/// <summary>A file with what was read from it.</summary>
/// <param name="File">The file.</param>
/// <param name="Agency">Who reports.</param>
/// <param name="Title">Title of the report.</param>
/// <param name="Year">Year of its period.</param>
/// <param name="Fields">Indicators found.</param>
/// <param name="Confidence">Mean confidence of its fields.</param>
/// <param name="LowestConfidence">That of the least certain field.</param>
/// <param name="Errors">Rules it breaks.</param>
/// <param name="Warnings">What else is odd.</param>
/// <param name="SameAs">For a duplicate the file of this campaign that was read.</param>
public sealed record ReportedFile(
    CampaignFile File, string? Agency, string? Title, int? Year, int? Fields, double? Confidence, double? LowestConfidence, int? Errors, int? Warnings, string? SameAs);
