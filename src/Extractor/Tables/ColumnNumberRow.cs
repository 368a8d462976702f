namespace Extractor.Tables;

/// <summary>The row below a header that numbers the columns: "(1) (2) (3)=(4)+(5)" or "A B 1 2".</summary>
internal static class ColumnNumberRow
{
    /// <summary>Whether a row numbers the columns.</summary>
    public static bool Is(TableBlock table, int row)
    {
        int marks = 0;
        for (int column = 0; column < table.ColumnCount; column++)
        {
            if (table[row, column] is not { } cell || cell.Column != column)
            {
                continue;
            }

            ReadOnlySpan<char> text = cell.Text.Text.AsSpan().Trim().TrimStart('(');
            int close = text.IndexOfAny(')', '=');
            text = close > 0 ? text[..close].Trim() : text;
            if (text.IsEmpty)
            {
                continue;
            }

            if (text.Length > 2 || !(text.Length == 1 && char.IsAsciiLetterUpper(text[0])) && text.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            marks++;
        }

        return marks >= 3;
    }
}
