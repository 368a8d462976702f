using System.Buffers;

namespace Extractor.Tables;

/// <summary>Finds the header rows of a table and what each column holds.</summary>
internal static class TableHeaderFinder
{
    /// <summary>A title, an address line and an empty row may stand above the header, hardly more.</summary>
    private const int RowsSearched = 8;

    private const int LongestFigure = 16;

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.,%/-");

    /// <summary>The header, or null where no row names a label column and another one.</summary>
    public static TableHeader? Find(TableBlock table, TableVocabulary vocabulary, Func<string, bool> isUnit)
    {
        int last = Math.Min(table.RowCount, RowsSearched);
        for (int row = 0; row < last; row++)
        {
            if (IsHeaderRow(table, row, vocabulary))
            {
                int end = EndOf(table, row, vocabulary);
                return new TableHeader(row, end, ColumnsOf(table, row, end, vocabulary, isUnit), HeaderTexts.Of(table, row, end));
            }
        }

        return null;
    }

    private static bool IsHeaderRow(TableBlock table, int row, TableVocabulary vocabulary)
    {
        int roles = 0;
        for (int column = 0; column < table.ColumnCount; column++)
        {
            TableCell? cell = table[row, column];
            if (cell is not null && cell.Row == row && cell.Column == column)
            {
                if (IsFigure(cell.Text.Text))
                {
                    return false;
                }

                roles |= 1 << (int)vocabulary.RoleOf(SqueezedText.Of(cell.Text.Text));
            }
        }

        bool Has(ColumnRole role) => (roles & (1 << (int)role)) != 0;
        return Has(ColumnRole.Label) && (Has(ColumnRole.Number) || Has(ColumnRole.Unit) || Has(ColumnRole.Value))
            || (Has(ColumnRole.Unit) && Has(ColumnRole.Value) && Has(ColumnRole.Number));
    }

    // "1.1 | Số lượng nhiệm vụ | Nhiệm vụ | 6" reads like headings, but no heading is a figure, save a year.
    private static bool IsFigure(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        bool isYear = trimmed.Length == 4 && trimmed.StartsWith("20");
        return trimmed.Length is > 0 and <= LongestFigure && char.IsAsciiDigit(trimmed[0]) && !isYear
            && trimmed.IndexOfAnyExcept(FigureCharacters) < 0;
    }

    private static int EndOf(TableBlock table, int first, TableVocabulary vocabulary)
    {
        int end = first + 1;
        bool hasWideCell = false;
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (table[first, column] is { } cell && cell.Text.Text.Length > 0)
            {
                end = Math.Max(end, cell.Row + cell.RowSpan);
                hasWideCell |= cell.ColumnSpan > 1;
            }
        }

        // Without vertical spans the second header row has empty cells under the number and the label.
        if (end == first + 1 && hasWideCell && end < table.RowCount && IsSecondHeaderRow(table, first, end, vocabulary))
        {
            end++;
        }

        while (end < table.RowCount && end < first + 4 && ColumnNumberRow.Is(table, end))
        {
            end++;
        }

        return Math.Min(end, table.RowCount);
    }

    private static bool IsSecondHeaderRow(TableBlock table, int first, int row, TableVocabulary vocabulary)
    {
        int texts = 0;
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (table[row, column] is not { } cell || cell.Row != row || cell.Text.Text.AsSpan().IsWhiteSpace())
            {
                continue;
            }

            ColumnRole above = vocabulary.RoleOf(SqueezedText.Of(table[first, column]?.Text.Text ?? ""));
            if (above is ColumnRole.Number or ColumnRole.Label || cell.Text.Text.AsSpan().ContainsAnyInRange('0', '9'))
            {
                return false;
            }

            texts++;
        }

        return texts > 0;
    }

    private static TableColumns ColumnsOf(TableBlock table, int first, int end, TableVocabulary vocabulary, Func<string, bool> isUnit)
    {
        int number = -1, label = -1, unit = -1, note = -1;
        var figures = new List<(int Column, string Path)>();
        var unknown = new List<int>();
        for (int column = 0; column < table.ColumnCount; column++)
        {
            (ColumnRole role, string path) = RoleOf(table, column, first, end, vocabulary);
            switch (role)
            {
                case ColumnRole.Number when number < 0 && label < 0:
                    number = column;
                    break;
                case ColumnRole.Label when label < 0:
                    label = column;
                    break;
                case ColumnRole.Unit when unit < 0:
                    unit = column;
                    break;
                case ColumnRole.Note:
                    note = note < 0 ? column : note;
                    break;
                case ColumnRole.Value:
                    figures.Add((column, path));
                    break;
                default:
                    unknown.Add(column);
                    break;
            }
        }

        ColumnContents contents = new(table, end, isUnit);
        foreach (int column in unknown)
        {
            // A heading such as "9 tháng 2023" names no role; the figures below it do.
            if (contents.FigureShare(column) >= 0.5 && column > label)
            {
                figures.Add((column, PathOf(table, column, first, end)));
            }
        }

        TableColumns guessed = contents.Guess(number, label);
        label = label >= 0 ? label : guessed.Label;
        int value = figures.Count > 0 ? FigureColumns.Choose(figures, vocabulary) : guessed.Value;
        return new TableColumns(
            number, label, unit, value == unit || value == label || value == note ? -1 : value, note);
    }

    // The lowest heading that names a role wins: "Kết quả thống kê" stands over a unit and a figure column.
    private static (ColumnRole Role, string Path) RoleOf(TableBlock table, int column, int first, int end, TableVocabulary vocabulary)
    {
        for (int row = end - 1; row >= first; row--)
        {
            ColumnRole role = vocabulary.RoleOf(SqueezedText.Of(table[row, column]?.Text.Text ?? ""));
            if (role != ColumnRole.None)
            {
                return (role, PathOf(table, column, first, end));
            }
        }

        return (ColumnRole.None, "");
    }

    private static string PathOf(TableBlock table, int column, int first, int end)
    {
        string path = "";
        TableCell? above = null;
        for (int row = first; row < end; row++)
        {
            if (table[row, column] is { } cell && !ReferenceEquals(cell, above))
            {
                path += SqueezedText.Of(cell.Text.Text) + "/";
                above = cell;
            }
        }

        return path;
    }
}
