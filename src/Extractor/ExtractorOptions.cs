using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Bounds on what one report may hold, whatever its format; the defaults are far above any real report.</summary>
public sealed class ExtractorOptions
{
    /// <summary>Rows of all tables together.</summary>
    /// <value>The default value is 20,000.</value>
    [Range(1, 10_000_000)]
    public int MaxTableRows { get; set; } = 20_000;

    /// <summary>Paragraphs and tables.</summary>
    /// <value>The default value is 100,000.</value>
    [Range(1, 10_000_000)]
    public int MaxBlocks { get; set; } = 100_000;

    /// <summary>File of the mapping model, as <c>extractor train</c> writes it; refused at start-up if it cannot be used.</summary>
    /// <value>The default value is null: the model inside the program.</value>
    public string? MappingModelFile { get; set; }

    /// <summary>File of the confidence model, as <c>extractor train</c> writes it; refused at start-up if it cannot be used.</summary>
    /// <value>The default value is null: the model inside the program.</value>
    public string? ConfidenceModelFile { get; set; }

    /// <summary>Bounds and thresholds of the rules.</summary>
    [ValidateObjectMembers]
    public ValidationOptions Validation { get; } = new();
}
