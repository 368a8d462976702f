using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>One indicator of the report: its best-supported value with every place that states it.</summary>
/// <param name="Code">Code of the indicator schema; stable for ever.</param>
/// <param name="Name">Vietnamese name of the indicator.</param>
/// <param name="Kind">What kind of figure it is.</param>
/// <param name="Unit">What is counted; null for headings.</param>
/// <param name="Value">The figure; null unless the status is <see cref="FieldStatus.Reported"/>.</param>
/// <param name="Raw">What stands in the source, untouched.</param>
/// <param name="Status">Whether there is a value and, if not, why.</param>
/// <param name="Confidence">Probability that code, status and value are right.</param>
/// <param name="Evidence">Where it is stated, the chosen place first.</param>
/// <param name="Alternatives">Other codes the row could be, or other values stated, most likely first.</param>
/// <param name="Parts">Items of an itemised cell; the value is then their sum.</param>
/// <param name="Findings">Ids of the findings that concern it.</param>
public sealed record Field(
    string Code,
    string Name,
    ValueKind Kind,
    string? Unit,
    IndicatorValue? Value,
    string Raw,
    FieldStatus Status,
    Confidence Confidence,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<Alternative> Alternatives,
    ImmutableArray<Part> Parts,
    ImmutableArray<string> Findings)
{
    /// <summary>The item of a crossed table the figure is about; null where it is about the whole report. Code and item together are unique.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public FieldItem? Item { get; init; }

    /// <summary>Why the confidence is what it is; null unless it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public Explanation? Explanation { get; init; }
}

/// <summary>Whether a field has a value and, if not, why: three different facts.</summary>
public enum FieldStatus
{
    /// <summary>A value stands there.</summary>
    Reported,

    /// <summary>The cell is empty.</summary>
    Blank,

    /// <summary>The cell says that nothing is reported ('-', '…', 'x').</summary>
    NotReported,

    /// <summary>Text stands where a figure belongs.</summary>
    Unreadable,
}

/// <summary>Another reading a reviewer can choose with one click.</summary>
/// <param name="Code">Code of the other indicator, or the field's own code for another value.</param>
/// <param name="Value">Value under that reading.</param>
/// <param name="Confidence">Probability of that reading.</param>
public sealed record Alternative(string Code, IndicatorValue? Value, Confidence Confidence);

/// <summary>One item of a cell that lists several.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The item's figure.</param>
public sealed record Part(string Label, decimal Value);
