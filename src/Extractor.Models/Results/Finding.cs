using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>Something in the report that does not add up or cannot be read; it never changes a value.</summary>
/// <param name="Id">Unique within the result, such as "R01#1".</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong, naming rows and figures.</param>
/// <param name="Codes">Indicators concerned.</param>
/// <param name="Stated">Figure the report states, where one is at stake.</param>
/// <param name="Derived">Figure that would be consistent.</param>
/// <param name="Repair">A hint which cell to look at; never applied by itself.</param>
public sealed record Finding(
    string Id, string Rule, Severity Severity, string Message, ImmutableArray<string> Codes,
    decimal? Stated = null, decimal? Derived = null, Repair? Repair = null)
{
    /// <summary>Item of a crossed table it concerns; null where it concerns the whole, or the items together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public FieldItem? Item { get; init; }
}

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>The report contradicts itself.</summary>
    Error,

    /// <summary>Unusual; look at it.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

/// <summary>The likeliest change of one figure that would make a rule hold.</summary>
/// <param name="Code">Indicator whose value would change.</param>
/// <param name="Value">What it would have to be.</param>
public sealed record Repair(string Code, decimal Value)
{
    /// <summary>Item of a crossed table whose value would change; null for the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public FieldItem? Item { get; init; }

    /// <summary>The usual slip of typing or reading that would explain the change; null where it is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Slip? Slip { get; init; }

    /// <summary>The indicator whose figure stands in the wrong cell as well; only for swapped cells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SwappedWith { get; init; }

    /// <summary>Probability that this is the change, among all that would make the rule hold, if one figure is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>Other changes that would do, the likeliest first; null where there are none worth a look.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(2)]
    public ImmutableArray<Repair>? Others { get; init; }
}
