using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>Rows of a table that say nothing of their own: empty ones, and headers printed again.</summary>
internal static class RowFurniture
{
    private const int FewestSame = 2;

    /// <summary>Whether no cell that starts in the row has a text.</summary>
    public static bool IsEmpty(TableBlock table, int row)
    {
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (table[row, column] is { } cell && cell.Row == row && !cell.Text.Text.AsSpan().IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row repeats a row of the header, as it does after a page break and, in some forms, before each section.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">Row below the header.</param>
    /// <param name="header">Squeezed texts of the header's rows by column.</param>
    public static bool RepeatsHeader(TableBlock table, int row, ImmutableArray<ImmutableArray<string>> header)
    {
        foreach (ImmutableArray<string> texts in header)
        {
            int same = 0, different = 0;
            for (int column = 0; column < table.ColumnCount && column < texts.Length; column++)
            {
                string text = SqueezedText.Of(table[row, column]?.Text.Text ?? "");
                same += text.Length > 0 && text == texts[column] ? 1 : 0;
                different += text.Length > 0 && text != texts[column] ? 1 : 0;
            }

            if (same >= FewestSame && different == 0)
            {
                return true;
            }
        }

        return false;
    }
}
