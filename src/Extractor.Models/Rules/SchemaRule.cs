using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>One rule the figures of a report family obey: a row of the family's <c>rules.csv</c>.</summary>
/// <param name="Id">Name of the rule, such as "R01"; several rows can make one rule.</param>
/// <param name="Severity">How much a breach matters.</param>
/// <param name="Kind">What is compared with what.</param>
/// <param name="Check">What has to hold: an expression over codes, or the name of a <see cref="RuleStructures">structural check</see>.</param>
/// <param name="Tolerance">Difference that still counts as equal.</param>
/// <param name="Levels">Levels of government whose reports it binds; empty for all.</param>
/// <param name="Message">What to tell the user: "{left}" and "{right}" stand for the rows and figures; empty for the words of the kind.</param>
public sealed record SchemaRule(
    string Id, Severity Severity, RuleKind Kind, string Check, decimal Tolerance, ImmutableArray<AdministrativeLevel> Levels, LocalText Message);

/// <summary>Kinds of rules; all rules of all families are of one of these.</summary>
public enum RuleKind
{
    /// <summary>A total equals the sum of its parts.</summary>
    Sum,

    /// <summary>Two sums are equal.</summary>
    Balance,

    /// <summary>A percentage equals one figure divided by another.</summary>
    Quotient,

    /// <summary>A figure lies between bounds.</summary>
    Range,

    /// <summary>A coded answer is one of those the form offers.</summary>
    Options,

    /// <summary>A figure is at most another.</summary>
    Order,

    /// <summary>Two places that state the same quantity agree.</summary>
    Agreement,

    /// <summary>Reports of one agency fit together over time.</summary>
    Series,

    /// <summary>The printed form and the head of the report are in order.</summary>
    Structure,
}
