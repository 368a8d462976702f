using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>A table of a document.</summary>
/// <param name="Index">Index among the document's tables, from 0, as results count them.</param>
/// <param name="Table">The table.</param>
/// <param name="Caption">Title above it; empty if there is none.</param>
internal readonly record struct DocumentTable(int Index, TableBlock Table, string Caption);

/// <summary>Lists the tables of a document in reading order, those inside cells after the table around them.</summary>
internal static class DocumentTables
{
    /// <summary>The tables.</summary>
    public static ImmutableArray<DocumentTable> Of(Document document)
    {
        var tables = ImmutableArray.CreateBuilder<DocumentTable>();
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            if (document.Blocks[i] is TableBlock outer)
            {
                string caption = TableCaption.Above(document.Blocks, i, TableVocabulary.Default);
                foreach (TableBlock table in WithNested(outer))
                {
                    tables.Add(new DocumentTable(tables.Count, table, caption));
                }
            }
        }

        return tables.ToImmutable();
    }

    /// <summary>A table and the tables inside its cells.</summary>
    public static List<TableBlock> WithNested(TableBlock outer)
    {
        var tables = new List<TableBlock> { outer };
        for (int i = 0; i < tables.Count; i++)
        {
            foreach (TableCell cell in tables[i].Cells)
            {
                tables.AddRange(cell.Nested);
            }
        }

        return tables;
    }
}
