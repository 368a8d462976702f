namespace Extractor.Tables;

/// <summary>
/// Chooses among several figure columns the one that reports: this period before the one it is compared with, the latest year, the total
/// before its breakdown by level, and otherwise the first.
/// </summary>
internal static class FigureColumns
{
    /// <summary>The column that reports.</summary>
    /// <param name="figures">Figure columns with the squeezed headings above each, joined by strokes.</param>
    /// <param name="vocabulary">What headings prefer.</param>
    public static int Choose(List<(int Column, string Path)> figures, TableVocabulary vocabulary)
    {
        (int column, int preference, int year) best = (-1, int.MinValue, 0);
        foreach ((int column, string path) in figures)
        {
            int preference = vocabulary.PreferenceOf(path);
            int year = LatestYear(path);
            bool isBetter = preference > best.preference
                || (preference == best.preference && (year > best.year || (year == best.year && column < best.column)));
            if (isBetter)
            {
                best = (column, preference, year);
            }
        }

        return best.column;
    }

    private static int LatestYear(string text)
    {
        int latest = 0;
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            if (text[i] == '2' && text[i + 1] == '0' && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
            {
                latest = Math.Max(latest, 2000 + ((text[i + 2] - '0') * 10) + text[i + 3] - '0');
            }
        }

        return latest;
    }
}
