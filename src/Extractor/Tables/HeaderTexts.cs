using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>What the rows of a table's heading say.</summary>
internal static class HeaderTexts
{
    /// <summary>Squeezed texts by row and column; a cell over several rows or columns has its text at each.</summary>
    public static ImmutableArray<ImmutableArray<string>> Of(TableBlock table, int first, int end)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>(end - first);
        for (int row = first; row < end; row++)
        {
            var texts = ImmutableArray.CreateBuilder<string>(table.ColumnCount);
            for (int column = 0; column < table.ColumnCount; column++)
            {
                texts.Add(SqueezedText.Of(table[row, column]?.Text.Text ?? ""));
            }

            rows.Add(texts.MoveToImmutable());
        }

        return rows.MoveToImmutable();
    }
}
