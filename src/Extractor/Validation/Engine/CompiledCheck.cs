using Extractor.Models;

namespace Extractor.Validation.Engine;

/// <summary>A comparison of a rule with its codes replaced by numbers.</summary>
internal sealed class CompiledCheck
{
    /// <summary>Index among the checks of the schema.</summary>
    public required int Index { get; init; }

    /// <summary>The rule it belongs to.</summary>
    public required SchemaRule Rule { get; init; }

    /// <summary>How the sides relate.</summary>
    public required RuleRelation Relation { get; init; }

    /// <summary>What stands before the sign.</summary>
    public required CompiledSide Left { get; init; }

    /// <summary>What stands behind it, or the numerator.</summary>
    public required CompiledSide Right { get; init; }

    /// <summary>The denominator; null where nothing is divided.</summary>
    public CompiledSide? Divisor { get; init; }
}

/// <summary>A number plus and minus some terms.</summary>
internal sealed record CompiledSide(decimal Constant, CompiledTerm[] Terms);

/// <summary>The first of some sums that the report states.</summary>
internal sealed record CompiledTerm(int Sign, CompiledCell[][] Choices);

/// <summary>The figure of an indicator, named by its place in the schema.</summary>
internal readonly record struct CompiledCell(int Indicator, int Sign, bool CountsZeroWhenAbsent);
