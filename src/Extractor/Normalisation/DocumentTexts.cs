using System.Collections.Immutable;

namespace Extractor.Normalisation;

/// <summary>Reaches every text of a document: paragraphs, cells, notes and page furniture.</summary>
internal static class DocumentTexts
{
    // Readers bound the nesting of tables well below this.
    private const int DeepestTable = 64;

    /// <summary>Shows every text to an action.</summary>
    public static void Visit(Document document, Action<PlacedText> visit)
    {
        foreach (Block block in document.Blocks)
        {
            Visit(block, visit, 0);
        }

        foreach (Note note in document.Notes)
        {
            visit(note.Text);
        }

        foreach (PlacedText text in document.Furniture)
        {
            visit(text);
        }
    }

    /// <summary>A copy of the document with every text replaced and other warnings.</summary>
    public static Document Rewrite(Document document, Func<PlacedText, PlacedText> rewrite, ImmutableArray<DocumentWarning> warnings) => new()
    {
        Format = document.Format,
        Pages = document.Pages,
        Blocks = [.. document.Blocks.Select(block => Rewrite(block, rewrite, 0))],
        Notes = [.. document.Notes.Select(note => note with { Text = rewrite(note.Text) })],
        Furniture = [.. document.Furniture.Select(rewrite)],
        Warnings = warnings,
        Unread = document.Unread,
    };

    private static void Visit(Block block, Action<PlacedText> visit, int depth)
    {
        if (block is TextBlock text)
        {
            visit(text.Text);
        }
        else if (block is TableBlock table && depth < DeepestTable)
        {
            foreach (TableCell cell in table.Cells)
            {
                visit(cell.Text);
                foreach (TableBlock nested in cell.Nested)
                {
                    Visit(nested, visit, depth + 1);
                }
            }
        }
    }

    private static Block Rewrite(Block block, Func<PlacedText, PlacedText> rewrite, int depth) => block switch
    {
        TextBlock text => new TextBlock(rewrite(text.Text), text.Style),
        TableBlock table => Rewrite(table, rewrite, depth),
        _ => throw new InvalidOperationException($"There is no normal form for a {block.GetType().Name}."),
    };

    private static TableBlock Rewrite(TableBlock table, Func<PlacedText, PlacedText> rewrite, int depth) =>
        depth >= DeepestTable
            ? table
            : new TableBlock(
                table.RowCount,
                table.ColumnCount,
                [.. table.Cells.Select(cell => cell with
                {
                    Text = rewrite(cell.Text),
                    Nested = [.. cell.Nested.Select(nested => Rewrite(nested, rewrite, depth + 1))],
                })],
                table.HeaderRowCount,
                table.RowAreas);
}
