using System.Collections.Immutable;

namespace Extractor.Tables.Crossed;

/// <summary>Collects the texts over each column, whatever way the header is merged.</summary>
internal static class HeaderPaths
{
    /// <summary>By column the texts from top to bottom, words that only open a group left out.</summary>
    public static ImmutableArray<ImmutableArray<string>> Read(TableBlock table, int first, int end, TableVocabulary vocabulary)
    {
        string[,] texts = TextsOf(table, first, end);
        var paths = ImmutableArray.CreateBuilder<ImmutableArray<string>>(table.ColumnCount);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            var path = ImmutableArray.CreateBuilder<string>();
            TableCell? above = null;
            for (int row = first; row < end; row++)
            {
                TableCell? cell = table[row, column];
                string text = texts[row - first, column];
                if (text.Length > 0 && (cell is null || !ReferenceEquals(cell, above)) && !vocabulary.IsGroup(SqueezedText.Of(text))
                    && (path.Count == 0 || path[^1] != text))
                {
                    path.Add(text);
                }

                above = cell;
            }

            paths.Add(path.ToImmutable());
        }

        return paths.MoveToImmutable();
    }

    // Some producers write a heading into the first of its columns and leave the others empty instead of merging them.
    private static string[,] TextsOf(TableBlock table, int first, int end)
    {
        string[,] texts = new string[end - first, table.ColumnCount];
        for (int row = end - 1; row >= first; row--)
        {
            for (int column = 0; column < table.ColumnCount; column++)
            {
                TableCell? cell = table[row, column];
                string own = HeadingText.WordsOf(cell?.Text.Text ?? "");
                bool isOpen = own.Length == 0 && column > 0 && row < end - 1 && (cell is null || cell.Text.Text.AsSpan().IsWhiteSpace());
                bool continues = isOpen && HasTextBelow(texts, row - first, column) && HasTextBelow(texts, row - first, column - 1);
                texts[row - first, column] = continues ? texts[row - first, column - 1] : own;
            }
        }

        return texts;
    }

    private static bool HasTextBelow(string[,] texts, int row, int column)
    {
        for (int below = row + 1; below < texts.GetLength(0); below++)
        {
            if (texts[below, column].Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
