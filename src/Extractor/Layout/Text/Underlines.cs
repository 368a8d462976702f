namespace Extractor.Layout;

/// <summary>Tells the lines drawn below words, as under headings and links, from the borders of tables: they are as long as the words.</summary>
internal static class Underlines
{
    private const double EndTolerance = 1.5;

    // In ems below the baseline.
    private const double Lowest = 0.35;

    // No printed page asks for more.
    private const long MaxComparisons = 20_000_000;

    /// <summary>The rules that are no underlines.</summary>
    public static IReadOnlyList<Rule> Without(IReadOnlyList<Rule> rules, List<Word> words) =>
        (long)rules.Count * words.Count > MaxComparisons ? rules : [.. rules.Where(rule => !rule.IsHorizontal || !IsUnderline(rule, words))];

    private static bool IsUnderline(Rule rule, List<Word> words)
    {
        double left = double.MaxValue;
        double right = double.MinValue;
        foreach (Word word in words)
        {
            double depth = rule.Y0 - word.Baseline;
            if (depth > 0 && depth < Lowest * word.FontSize && word.Area.X1 > rule.X0 + EndTolerance && word.Area.X0 < rule.X1 - EndTolerance)
            {
                left = Math.Min(left, word.Area.X0);
                right = Math.Max(right, word.Area.X1);
            }
        }

        return Math.Abs(left - rule.X0) < EndTolerance && Math.Abs(right - rule.X1) < EndTolerance;
    }
}
