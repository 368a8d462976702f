using System.Collections.Immutable;

namespace Extractor.Tables.Crossed;

/// <summary>Reads a header of several rows: which column names the items, and what stands over each column of figures.</summary>
internal static class CrossedHeaderReader
{
    private const int FewestFigures = 2;

    /// <summary>The header; null where the table has none, or not enough columns behind it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="words">Words of the family.</param>
    /// <param name="vocabulary">Words of tables.</param>
    public static CrossedHeader? Read(TableBlock table, CrossedVocabulary words, TableVocabulary vocabulary)
    {
        if (HeaderRows.Find(table) is not { } rows)
        {
            return null;
        }

        ImmutableArray<ImmutableArray<string>> paths = HeaderPaths.Read(table, rows.First, rows.End, vocabulary);
        int number = -1, note = -1, unit = -1;
        var items = new List<(int Column, int Dimension)>();
        for (int column = 0; column < table.ColumnCount; column++)
        {
            string leaf = paths[column].IsEmpty ? "" : paths[column][^1];
            ColumnRole role = vocabulary.RoleOf(SqueezedText.Of(leaf));
            int whole = items.Count < column + 1 ? words.DimensionOfHeading(leaf, isWhole: true) : -1;
            if (whole >= 0)
            {
                items.Add((column, whole));
            }
            else if (role == ColumnRole.Number && number < 0)
            {
                number = column;
            }
            else if (role == ColumnRole.Note)
            {
                note = note < 0 ? column : note;
            }
            else if (role == ColumnRole.Unit && unit < 0)
            {
                unit = column;
            }
            else if (items.Count == 0 && words.DimensionOfHeading(leaf, isWhole: false) is >= 0 and var dimension)
            {
                items.Add((column, dimension));
            }
        }

        if (items.Count == 0)
        {
            int label = new ColumnContents(table, rows.End, _ => false).Guess(number, -1).Label;
            if (label < 0)
            {
                return null;
            }

            items.Add((label, -1));
        }

        int last = items[^1].Column;
        ImmutableArray<FigureColumn> figures =
        [
            .. Enumerable.Range(0, table.ColumnCount)
                .Where(c => c > last && c != number && c != note && c != unit && !paths[c].IsEmpty)
                .Select(c => new FigureColumn(c, paths[c], SiblingsOf(paths, c, words))),
        ];
        return figures.Length < FewestFigures
            ? null
            : new CrossedHeader(
                rows.End, number, [.. items.Select(i => i.Column)], note,
                items[^1].Dimension < 0 ? [] : words.DimensionsIn(paths[last][^1]), figures, HeaderTexts.Of(table, rows.First, rows.End));
    }

    // "Tổng số" of what: the columns beside it under the same heading.
    private static ImmutableArray<string> SiblingsOf(ImmutableArray<ImmutableArray<string>> paths, int column, CrossedVocabulary words)
    {
        ImmutableArray<string> path = paths[column];
        int level = path.Length - 1;
        if (level < 1 || !words.IsTotal(path[level]))
        {
            return [];
        }

        var siblings = new List<string>();
        foreach (ImmutableArray<string> other in paths)
        {
            if (other.Length > level && other.AsSpan()[..level].SequenceEqual(path.AsSpan()[..level])
                && other[level] != path[level] && !siblings.Contains(other[level], StringComparer.Ordinal))
            {
                siblings.Add(other[level]);
            }
        }

        return [.. siblings];
    }
}
