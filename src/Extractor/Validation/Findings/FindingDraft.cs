using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Validation.Findings;

/// <summary>A finding before it is numbered and put into the user's language.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Codes">Indicators concerned.</param>
internal sealed record FindingDraft(string Rule, Severity Severity, LocalText Message, ImmutableArray<string> Codes)
{
    /// <summary>Figure the report states, where one is at stake.</summary>
    public decimal? Stated { get; init; }

    /// <summary>Figure that would be consistent.</summary>
    public decimal? Derived { get; init; }

    /// <summary>Item of a crossed table it concerns; null where it concerns the whole, or the items together.</summary>
    public FieldItem? Item { get; init; }

    /// <summary>Which cell to look at.</summary>
    public Repair? Repair { get; init; }
}
