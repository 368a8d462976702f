using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Tables.Crossed;

namespace Extractor.Mapping.Crossed;

/// <summary>Finds the tables whose columns are indicators and whose rows are items.</summary>
internal static class CrossedTableFinder
{
    private const int FewestColumns = 2;
    private const double SmallestShare = 0.4;

    /// <summary>The crossed tables in reading order; none where the family has no such tables.</summary>
    public static ImmutableArray<MappedTable> Find(
        Document document, IndicatorSchema schema, IRowMapper mapper, CancellationToken cancellationToken)
    {
        if (schema.Crossed is not { } form)
        {
            return [];
        }

        CrossedVocabulary words = CrossedVocabulary.For(form);
        var found = new List<MappedTable>();
        MappedTable? previous = null;
        int previousWidth = 0;
        var outline = new ItemOutline(words);
        foreach (DocumentTable place in DocumentTables.Of(document))
        {
            TableBlock table = place.Table;
            CrossedHeader? header = CrossedHeaderReader.Read(table, words, TableVocabulary.Default);
            MappedTable? mapped = header is null ? null : MapHeader(place, header, schema, form, mapper, cancellationToken);
            if (mapped is not null)
            {
                outline = new ItemOutline(words);
                mapped = mapped with { Table = mapped.Table with { Rows = new CrossedRowReader(table, place.Index, header!, words).Read(header!.EndRow, outline) } };
            }
            else if (previous is not null && table.ColumnCount == previousWidth && place.Caption.Length == 0)
            {
                CrossedHeader above = previous.Table.Header;
                ImmutableArray<CrossedRow> rows = new CrossedRowReader(table, place.Index, above, words).Read(0, outline);
                mapped = previous with { Table = previous.Table with { Index = place.Index, Rows = rows } };
            }

            (previous, previousWidth) = (mapped, table.ColumnCount);
            if (mapped is not null && !mapped.Table.Rows.IsEmpty)
            {
                found.Add(mapped);
            }
        }

        return TableScopes.Apply([.. found], words);
    }

    private static MappedTable? MapHeader(
        DocumentTable place, CrossedHeader header, IndicatorSchema schema, CrossedForm form, IRowMapper mapper, CancellationToken cancellationToken)
    {
        string heading = string.Join(' ', Enumerable.Range(0, header.EndRow).Select(row => place.Table[row, header.Label]?.Text.Text ?? "").Distinct());
        if (ColumnMapper.IsOfSomethingElse(heading, schema, form))
        {
            return null;
        }

        ImmutableArray<ColumnChoice> columns = ColumnMapper.Map(header.Figures, schema, form, mapper, cancellationToken);
        int known = columns.Count(c => c.Indicator is not null);
        return known < FewestColumns || known < SmallestShare * columns.Length
            ? null
            : new MappedTable(new CrossedTable(place.Index, place.Caption, header, []), columns);
    }
}
