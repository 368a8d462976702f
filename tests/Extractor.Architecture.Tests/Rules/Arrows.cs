namespace Extractor.Architecture.Tests.Rules;

/// <summary>The arrows that must never be.</summary>
internal static class Arrows
{
    private static readonly string[] Meaning =
    [
        "Extractor.Mapping", "Extractor.Validation", "Extractor.Scoring", "Extractor.Tables", "Extractor.Values", "Extractor.Narrative",
        "Extractor.Metadata",
    ];

    private static readonly string[] Areas =
    [
        .. Meaning, "Extractor.Ingest", "Extractor.Layout", "Extractor.Ocr", "Extractor.Normalisation", "Extractor.Results",
        "Extractor.Evaluation",
    ];

    /// <summary>Types of the document model, which live in the root namespace.</summary>
    private static readonly string[] DocumentModel =
    [
        "Extractor.Block", "Extractor.TextBlock", "Extractor.TableBlock", "Extractor.TableCell", "Extractor.TextStyle", "Extractor.Document",
        "Extractor.DocumentPage", "Extractor.Note", "Extractor.PlacedText", "Extractor.PlacedWord", "Extractor.PageArea", "Extractor.SourceFile",
        "Extractor.IDocumentReader", "Extractor.UnreadableFileException",
    ];

    /// <summary>Those of the workers, which stand between the library and the hosts and may see the system they run on.</summary>
    public static readonly Arrow[] OfWorkers =
    [
        Arrow.NoThirdParty("Workers need no package", ["Extractor.Workers"]),
        Arrow.Never("Workers know no host", ["Extractor.Workers"], "Extractor.Api", "Extractor.Cli"),
        Arrow.Never(
            "Workers know the pipeline and nothing behind it", ["Extractor.Workers"], [.. Areas, "Extractor.Pdf"]),
        Arrow.Never(
            "The worker's side does not know the host's", ["Extractor.Workers.Serving"], "Extractor.Workers.Pool", "Extractor.Workers.Processes"),
    ];

    /// <summary>Those of campaigns, which both hosts run on storage and workers.</summary>
    public static readonly Arrow[] OfCampaigns =
    [
        Arrow.Never("Campaigns know no host", ["Extractor.Campaigns"], "Extractor.Api", "Extractor.Cli"),
        Arrow.Never("Campaigns know the pipeline and nothing behind it", ["Extractor.Campaigns"], [.. Areas, "Extractor.Pdf"]),
        Arrow.Never("The scheduler stays in its folder", ["Extractor.Campaigns.Folders", "Extractor.Campaigns.CampaignEngine"], "Quartz"),
        Arrow.Never("Storage knows neither campaigns' engine nor its scheduler", ["Extractor.Storage"], "Extractor.Campaigns", "Quartz"),
    ];

    public static readonly Arrow[] All =
    [
        Arrow.OnlyBaseLibrary("Models need nothing", "Extractor.Models", "Extractor.Models"),
        Arrow.OnlyBaseLibrary("Pdf needs nothing", "Extractor.Pdf", "Extractor.Pdf"),
        Arrow.Never("Documents know no other area", DocumentModel, [.. Areas, "Extractor.Pdf", "DocumentFormat"]),
        Arrow.Never("Meaning does not know where text comes from", Meaning, "Extractor.Ingest", "Extractor.Layout", "Extractor.Ocr", "Extractor.Pdf"),
        Arrow.NoThirdParty("Meaning needs no package", Meaning),
        Arrow.Never("Docx does not know Pdf", ["Extractor.Ingest.Docx"], "Extractor.Ingest.Pdf", "Extractor.Pdf"),
        Arrow.Never("Pdf does not know Docx", ["Extractor.Ingest.Pdf", "Extractor.Layout"], "Extractor.Ingest.Docx", "DocumentFormat"),
        Arrow.Never("No service loads what trains", ["Extractor"], "MathNet", "Extractor.Training"),
        Arrow.NoSurroundings("The library knows no host, clock, console or current culture", "Extractor"),
    ];
}
