using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>What the user asked <c>evaluate</c> to do.</summary>
/// <param name="Folder">Folder with transcriptions.</param>
/// <param name="ShowsDifferences">Whether every difference is printed.</param>
/// <param name="HtmlFile">Where the report for people is written; null for nowhere.</param>
/// <param name="JsonFile">Where the figures are written; null for nowhere.</param>
/// <param name="Language">Language of messages and of the report.</param>
internal sealed record EvaluateRequest(string Folder, bool ShowsDifferences, string? HtmlFile, string? JsonFile, UserLanguage Language);
