using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;

namespace Extractor.Tables;

/// <summary>
/// Finds the tables of a document that hold data and tells their columns apart. Letterheads, signature blocks and boxes are layout and
/// give nothing; every other table gives all its rows, so that nothing is skipped in silence.
/// </summary>
internal static class StatisticalTableFinder
{
    private static readonly ConditionalWeakTable<IndicatorSchema, FrozenSet<string>> UnitsOfSchemas = [];

    /// <summary>The data tables in reading order, tables inside cells after the table around them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="schema">Schema with the units that rows can have.</param>
    /// <param name="taken">Indices of tables that were read already; none if omitted.</param>
    public static ImmutableArray<StatisticalTable> Find(Document document, IndicatorSchema schema, ImmutableArray<int> taken = default)
    {
        TableVocabulary vocabulary = TableVocabulary.Default;
        FrozenSet<string> units = UnitsOfSchemas.GetValue(schema, ReadUnits);
        bool IsUnit(string squeezed) => units.Contains(squeezed) || vocabulary.IsUnit(squeezed);

        var found = ImmutableArray.CreateBuilder<StatisticalTable>();
        TableHeader? previous = null;
        int previousWidth = 0;
        int index = 0;
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            if (document.Blocks[i] is not TableBlock outer)
            {
                continue;
            }

            string caption = TableCaption.Above(document.Blocks, i, vocabulary);
            foreach (TableBlock table in DocumentTables.WithNested(outer))
            {
                int here = index++;
                if (!taken.IsDefaultOrEmpty && taken.Contains(here))
                {
                    previous = null;
                    continue;
                }

                TableHeader? header = TableHeaderFinder.Find(table, vocabulary, IsUnit);
                bool continues = header is null && previous is not null && caption.Length == 0 && table.ColumnCount == previousWidth;
                if (header is null && !continues && IsLayout(table, vocabulary))
                {
                    continue;
                }

                header ??= continues ? previous! with { FirstRow = 0, EndRow = 0 } : Guess(table, IsUnit);
                string title = caption.Length > 0 ? caption : continues && found.Count > 0 ? found[^1].Caption : "";
                ImmutableArray<StatisticalRow> rows = new StatisticalRowReader(table, here, header, vocabulary, IsUnit).Read();
                if (rows.Length > 0)
                {
                    found.Add(new StatisticalTable(here, title + TitleInside(table, header, title), rows));
                    (previous, previousWidth) = (header, table.ColumnCount);
                }
            }
        }

        return found.ToImmutable();
    }

    private static TableHeader Guess(TableBlock table, Func<string, bool> isUnit)
    {
        int first = Math.Min(table.HeaderRowCount, table.RowCount);
        return new TableHeader(0, first, new ColumnContents(table, first, isUnit).Guess(-1, -1), []);
    }

    // A row above the header that is one wide cell is the table's title.
    private static string TitleInside(TableBlock table, TableHeader header, string caption)
    {
        string title = "";
        for (int row = 0; row < header.FirstRow; row++)
        {
            if (table[row, 0] is { } cell && cell.Row == row && cell.Text.Text.Length > 0)
            {
                title += (title.Length + caption.Length > 0 ? " " : "") + cell.Text.Text;
            }
        }

        return title;
    }

    private static bool IsLayout(TableBlock table, TableVocabulary vocabulary)
    {
        if (table.RowCount < 2 || table.ColumnCount < 2)
        {
            return true;
        }

        int filled = 0;
        foreach (TableCell cell in table.Cells)
        {
            if (vocabulary.IsFurniture(SqueezedText.Of(cell.Text.Text)))
            {
                return true;
            }

            filled += cell.Text.Text.AsSpan().IsWhiteSpace() ? 0 : 1;
        }

        return filled < 3;
    }

    private static FrozenSet<string> ReadUnits(IndicatorSchema schema)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        foreach (IndicatorUnit unit in schema.Units)
        {
            foreach (string printed in unit.Printed)
            {
                units.Add(SqueezedText.Of(printed));
            }
        }

        return units.ToFrozenSet(StringComparer.Ordinal);
    }
}
