using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary>What the user asked for.</summary>
internal sealed record CampaignRequest(
    string Folder, string Data, string? Postgres, string? Family, CampaignPace Pace, int Workers, bool RetriesFailed, IReadOnlyList<string> Reports,
    UserLanguage Language);
