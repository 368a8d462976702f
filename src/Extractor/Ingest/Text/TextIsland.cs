using System.Buffers;

namespace Extractor.Ingest.Text;

/// <summary>A strip of a page that has letters all through, with hardly any on either side: a column, or a part of one.</summary>
/// <param name="Start">First column of characters.</param>
/// <param name="End">Column of characters behind the last.</param>
/// <param name="FigureShare">Share of its lines that are a figure or a dash.</param>
/// <param name="UnitShare">Share of its lines that are a known unit.</param>
internal readonly record struct TextIsland(int Start, int End, double FigureShare, double UnitShare)
{
    // One line in so many may run over the border of its column.
    private const int LinesPerStray = 40;
    private static readonly SearchValues<char> FigureLetters = SearchValues.Create("0123456789.,%/");

    /// <summary>Finds the strips.</summary>
    /// <param name="crossed">Letters in each column of characters.</param>
    /// <param name="lines">Lines of the page.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static List<TextIsland> Find(int[] crossed, IReadOnlyList<TextLine> lines, TableVocabulary vocabulary)
    {
        int stray = lines.Count / LinesPerStray;
        var islands = new List<TextIsland>();
        for (int i = 0; i < crossed.Length;)
        {
            int start = i;
            while (i < crossed.Length && crossed[i] > stray)
            {
                i++;
            }

            if (i > start)
            {
                // What stands right of the last heading belongs to its column.
                islands.Add(Describe(start, i == crossed.Length ? int.MaxValue : i, lines, vocabulary));
            }

            i = i == start ? i + 1 : i;
        }

        return islands;
    }

    private static TextIsland Describe(int start, int end, IReadOnlyList<TextLine> lines, TableVocabulary vocabulary)
    {
        int present = 0, figures = 0, units = 0;
        foreach (TextLine line in lines)
        {
            int from = Math.Clamp(start - line.Indent, 0, line.Text.Length);
            int to = end == int.MaxValue ? line.Text.Length : Math.Clamp(end - line.Indent, 0, line.Text.Length);
            ReadOnlySpan<char> text = line.Text.AsSpan(from, to - from).Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            present++;
            figures += text is "-" or "–" || (char.IsAsciiDigit(text[0]) && text[^1] != '.' && text.IndexOfAnyExcept(FigureLetters) < 0) ? 1 : 0;
            units += vocabulary.IsUnit(FoldedText.Letters(text.ToString())) ? 1 : 0;
        }

        return new TextIsland(start, end, (double)figures / Math.Max(1, present), (double)units / Math.Max(1, present));
    }
}
