using Extractor.Api.Problems;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Campaigns;

/// <summary>A campaign over a folder of the server.</summary>
/// <param name="Folder">Full path, below one of the folders the operator allows.</param>
/// <param name="Name">What people call it; the folder's name by default.</param>
/// <param name="Family">Report family to read the files as; the content decides by default.</param>
/// <param name="DocumentsPerMinute">Most files a minute.</param>
/// <param name="Window">Hours in which files are begun, in local time, such as "18:00-06:00".</param>
public sealed record CampaignRequest(string? Folder, string? Name, string? Family, int? DocumentsPerMinute, string? Window);

/// <summary>The same for a campaign whose files are sent: everything but the files stands in the address.</summary>
public sealed record CampaignQuery
{
    private const int MostName = 200;
    private const int MostPerMinute = 1_000_000;

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Report family to read the files as; the content decides by default.</summary>
    public string? Family { get; init; }

    /// <summary>Most files a minute.</summary>
    public int? DocumentsPerMinute { get; init; }

    /// <summary>Hours in which files are begun, in local time, such as "18:00-06:00".</summary>
    public string? Window { get; init; }

    /// <exception cref="ProblemException">Something has a value it cannot have.</exception>
    internal NewCampaign Read(HttpRequest request, string standardName, string? folder, string? owner, IEnumerable<IndicatorSchema> schemas)
    {
        if (Family is not null && schemas.All(schema => schema.Family != Family))
        {
            throw new ProblemException(Problem.UnknownFamily, ProblemTexts.UnknownFamily(Family, schemas));
        }

        if (DocumentsPerMinute is < 1 or > MostPerMinute)
        {
            throw StoredProblem.Invalid("documentsPerMinute", $"1..{MostPerMinute}");
        }

        DailyWindow window = default;
        if (Window is not null && !DailyWindow.TryParse(Window, out window))
        {
            throw StoredProblem.Invalid("window", "18:00-06:00");
        }

        string name = string.IsNullOrWhiteSpace(Name) ? standardName : Name.Trim();
        return new NewCampaign
        {
            Name = name.Length <= MostName ? name : throw StoredProblem.Invalid("name", $"<= {MostName}"),
            Folder = folder,
            Family = Family,
            Language = RequestLanguage.Of(request),
            Owner = owner,
            Pace = new CampaignPace(DocumentsPerMinute, Window is null ? null : window),
        };
    }
}
