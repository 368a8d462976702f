namespace Extractor.Models;

/// <summary>A probability of being right, from 0 to 1; written as a plain number.</summary>
public readonly record struct Confidence
{
    /// <summary>Wraps a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside 0..1 or is no number.</exception>
    public Confidence(double value)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence lies between 0 and 1.");
        }

        Value = value;
    }

    /// <summary>The probability.</summary>
    public double Value { get; }

    /// <summary>Certain knowledge.</summary>
    public static Confidence Full => new(1);

    /// <summary>No support at all.</summary>
    public static Confidence None => new(0);

    /// <summary>The confidence nearest to any finite number.</summary>
    public static Confidence Clamp(double value) => new(double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1));
}
