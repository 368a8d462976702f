namespace Extractor.Models;

/// <summary>The value of an indicator: a <see cref="NumberValue"/> or a <see cref="RatioValue"/>.</summary>
public abstract record IndicatorValue
{
    private protected IndicatorValue()
    {
    }
}

/// <summary>A count, amount, percentage or coded option; written as a JSON number.</summary>
/// <param name="Number">The figure in the unit the cell states.</param>
public sealed record NumberValue(decimal Number) : IndicatorValue;

/// <summary>A ratio such as "10/10"; written as a JSON string because the two figures carry more than their quotient.</summary>
/// <param name="Numerator">Figure before the stroke.</param>
/// <param name="Denominator">Figure after the stroke.</param>
public sealed record RatioValue(decimal Numerator, decimal Denominator) : IndicatorValue;
