using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Two sides that a rule compares; with a divisor the right side is a quotient in percent.</summary>
/// <param name="Left">What stands before the sign.</param>
/// <param name="Relation">The sign.</param>
/// <param name="Right">What stands behind it, or the numerator.</param>
/// <param name="Divisor">The denominator; null where nothing is divided.</param>
public sealed record RuleComparison(RuleSide Left, RuleRelation Relation, RuleSide Right, RuleSide? Divisor = null);

/// <summary>A number plus and minus some terms.</summary>
/// <param name="Constant">The number.</param>
/// <param name="Terms">The terms in the order of the text.</param>
public sealed record RuleSide(decimal Constant, ImmutableArray<RuleTerm> Terms);

/// <summary>One summand: the first of some alternatives that the report states.</summary>
/// <param name="Sign">1 or -1.</param>
/// <param name="Choices">The alternatives; each is a sum of cells.</param>
public sealed record RuleTerm(int Sign, ImmutableArray<ImmutableArray<RuleCell>> Choices);

/// <summary>The figure of one indicator.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Sign">1 or -1.</param>
/// <param name="CountsZeroWhenAbsent">Whether a report that does not print the row means 0. A blank cell is always unknown.</param>
public sealed record RuleCell(string Code, int Sign, bool CountsZeroWhenAbsent);

/// <summary>How two sides have to relate.</summary>
public enum RuleRelation
{
    /// <summary>They are equal.</summary>
    Equal,

    /// <summary>The left one is at most the right one.</summary>
    AtMost,

    /// <summary>The left one is smaller.</summary>
    Less,

    /// <summary>The left one is not the bare quotient (a fraction where a percentage belongs).</summary>
    NotTheFraction,
}
