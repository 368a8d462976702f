namespace Extractor.Layout;

/// <summary>Finds the font size most of a document is set in.</summary>
internal static class FontSizes
{
    /// <summary>Size of most letters outside tables, or of most letters at all; 12 where there are none.</summary>
    public static double OfBody(IReadOnlyList<PageLayout> pages)
    {
        var letters = new Dictionary<int, int>();
        foreach (PageLayout page in pages)
        {
            page.Lines.ForEach(line => Count(line, letters));
        }

        if (letters.Count == 0)
        {
            foreach (PageCell cell in pages.SelectMany(static page => page.Tables).SelectMany(static table => table.Cells))
            {
                cell.Lines.ForEach(line => Count(line, letters));
            }
        }

        return letters.Count == 0 ? 12 : letters.MaxBy(static pair => pair.Value).Key / 2.0;
    }

    // Half points are the unit of the word processors the sizes come from.
    private static void Count(TextLine line, Dictionary<int, int> letters)
    {
        foreach (Word word in line.Words)
        {
            int size = (int)Math.Round(word.FontSize * 2);
            letters[size] = letters.GetValueOrDefault(size) + word.Text.Length;
        }
    }
}
