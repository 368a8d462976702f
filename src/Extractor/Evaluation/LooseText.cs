using System.Text;

namespace Extractor.Evaluation;

/// <summary>Compares texts the way a reader does: line breaks, spacing, case and the legacy letter "ƣ" do not count.</summary>
internal static class LooseText
{
    /// <summary>The text without what does not count.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder(text?.Length ?? 0);
        foreach (char c in (text ?? "").Normalize(NormalizationForm.FormC))
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToLowerInvariant(c) is var lower && lower == 'ƣ' ? 'ư' : lower);
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether two cells say the same; a number's trailing point does not count.</summary>
    public static bool AreSame(string? a, string? b) => Fold(a).TrimEnd('.') == Fold(b).TrimEnd('.');

    /// <summary>Twice the common characters over all characters, 0 to 1 (Dice coefficient over the longest common subsequence).</summary>
    public static double Similarity(string a, string b)
    {
        if (a.Length + b.Length == 0)
        {
            return 1;
        }

        int[] previous = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        foreach (char c in a)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                current[j] = c == b[j - 1] ? previous[j - 1] + 1 : Math.Max(previous[j], current[j - 1]);
            }

            (previous, current) = (current, previous);
        }

        return 2.0 * previous[b.Length] / (a.Length + b.Length);
    }
}
