using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>What the user asked <c>extract</c> to do.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="OutputFolder">Where results are written; null for standard output.</param>
/// <param name="AsTable">Whether a table for people is printed.</param>
/// <param name="Family">Report family; null lets the content decide.</param>
/// <param name="MaxMegabytes">Largest file that is read.</param>
/// <param name="TimeoutSeconds">Longest time for one file.</param>
/// <param name="TakesEveryFile">Whether folders give all their files and not only those named like documents.</param>
/// <param name="Workers">Worker processes that read side by side; 0 reads in this process, null lets the number of files decide.</param>
/// <param name="Explain">Whether each field says what its confidence is made of.</param>
/// <param name="Language">Language of messages.</param>
internal sealed record ExtractRequest(
    IReadOnlyList<string> Paths, string? OutputFolder, bool AsTable, string? Family, int MaxMegabytes, int TimeoutSeconds,
    bool TakesEveryFile, int? Workers, bool Explain, UserLanguage Language);
