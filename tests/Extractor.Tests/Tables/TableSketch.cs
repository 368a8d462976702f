using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Tests.Tables;

/// <summary>Draws tables as text: one line a row, '|' between cells, '&lt;' continues the cell to the left, '^' the cell above.</summary>
internal static class TableSketch
{
    public static TableBlock Table(string sketch, int headerRows = 0)
    {
        string[][] grid = [.. sketch.Trim('\n').Split('\n').Select(line => line.Split('|').Select(c => c.Trim()).ToArray())];
        int columns = grid.Max(row => row.Length);
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (int r = 0; r < grid.Length; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (At(grid, r, c) is "<" or "^")
                {
                    continue;
                }

                int width = 1, height = 1;
                while (c + width < columns && At(grid, r, c + width) == "<")
                {
                    width++;
                }

                while (r + height < grid.Length && At(grid, r + height, c) == "^")
                {
                    height++;
                }

                cells.Add(new TableCell(r, c, height, width, new PlacedText(At(grid, r, c).Replace("\\n", "\n", StringComparison.Ordinal)), []));
            }
        }

        return new TableBlock(grid.Length, columns, cells.ToImmutable(), headerRows);
    }

    public static Document Document(params Block[] blocks) => new() { Format = FileFormat.Docx, Blocks = [.. blocks] };

    public static TextBlock Paragraph(string text, bool isBold = false) =>
        new(new PlacedText(text), TextStyle.Plain with { IsBold = isBold });

    private static string At(string[][] grid, int row, int column) => column < grid[row].Length ? grid[row][column] : "";
}
