namespace Extractor.Validation.Engine;

/// <summary>Whether a printed figure can be the rounded form of an exact one.</summary>
internal static class Rounding
{
    private static readonly decimal[] HalfUnits = [0.5m, 0.05m, 0.005m, 0.0005m, 0.00005m];

    /// <summary>Whether they differ by no more than the tolerance, or by what the printed decimals leave open.</summary>
    public static bool Fits(decimal printed, decimal exact, decimal tolerance) =>
        Math.Abs(printed - exact) <= Math.Max(tolerance, HalfUnits[Math.Min(DecimalsOf(printed), HalfUnits.Length - 1)]);

    /// <summary>Decimals a figure is printed with, zeros at its end aside.</summary>
    public static int DecimalsOf(decimal figure)
    {
        int decimals = 0;
        for (decimal rest = figure - decimal.Truncate(figure); rest != 0 && decimals < HalfUnits.Length; decimals++)
        {
            rest = (rest * 10) - decimal.Truncate(rest * 10);
        }

        return decimals;
    }
}
