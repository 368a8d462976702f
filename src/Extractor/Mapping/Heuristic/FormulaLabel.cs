using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Writes out labels that say how a figure is computed instead of what it is: "Tỷ lệ (17)/(16)" becomes the rate of the rows numbered 17 and 16.
/// </summary>
internal static class FormulaLabel
{
    // A label of more words says itself what it is.
    private const int MostWords = 3;

    /// <summary>The label with the operands' labels for their numbers; the label itself where it has no formula or a number is no row's.</summary>
    public static string WriteOut(StatisticalRow row, IReadOnlyList<StatisticalRow> rows)
    {
        string label = row.Label.Text;
        int slash = label.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || label.IndexOf('(', StringComparison.Ordinal) < 0)
        {
            return label;
        }

        ReadOnlySpan<char> left = label.AsSpan(0, slash).TrimEnd(" )"), right = label.AsSpan(slash + 1).TrimStart(" (");
        int start = left.Length;
        while (start > 0 && IsInNumber(left[start - 1]))
        {
            start--;
        }

        int end = 0;
        while (end < right.Length && IsInNumber(right[end]))
        {
            end++;
        }

        bool isFormula = start < left.Length && end > 0 && start > 0 && left[start - 1] is '(' or '=' or ' ' && left.Contains('(') && right[end..].TrimStart() is [')', ..];
        ReadOnlySpan<char> said = isFormula ? left[..left.IndexOf('(')].TrimEnd() : [];
        return isFormula && said.Count(' ') < MostWords && LabelOf(left[start..], row, rows) is { } whole && LabelOf(right[..end], row, rows) is { } part
            ? $"{said} {whole} {part}"
            : label;
    }

    private static bool IsInNumber(char c) => char.IsAsciiDigit(c) || c == '.';

    // Numbers restart: the nearest row above is meant.
    private static string? LabelOf(ReadOnlySpan<char> number, StatisticalRow from, IReadOnlyList<StatisticalRow> rows)
    {
        string? label = null;
        foreach (StatisticalRow row in rows)
        {
            if (ReferenceEquals(row, from))
            {
                break;
            }

            label = row.Stt.AsSpan().Trim("(). ").SequenceEqual(number.Trim('.')) ? row.Label.Text : label;
        }

        return label;
    }
}
