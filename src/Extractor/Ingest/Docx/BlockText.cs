namespace Extractor.Ingest.Docx;

/// <summary>Makes one text of several blocks.</summary>
internal static class BlockText
{
    /// <summary>Paragraphs joined by a line feed; tables are left out.</summary>
    public static PlacedText Join(List<Block> blocks)
    {
        if (blocks is [TextBlock only])
        {
            return only.Text;
        }

        List<PlacedText> texts = [.. blocks.OfType<TextBlock>().Select(b => b.Text)];
        return texts.Count == 0
            ? PlacedText.Empty
            : new PlacedText(string.Join('\n', texts.Select(t => t.Text)), noteMarks: [.. texts.SelectMany(t => t.NoteMarks)]);
    }

    /// <summary>Every text of the blocks in order, that of cells included.</summary>
    public static IEnumerable<PlacedText> All(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        TextBlock text => [text.Text],
        TableBlock table => table.Cells.SelectMany(cell => All(cell.Nested).Prepend(cell.Text)).Where(text => text.Text.Length > 0),
        _ => throw new ArgumentOutOfRangeException(nameof(blocks), block, "Not a block."),
    });
}
