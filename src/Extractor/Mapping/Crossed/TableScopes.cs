using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables.Crossed;

namespace Extractor.Mapping.Crossed;

/// <summary>
/// Keeps apart what several tables print under the same labels: "… tại UBND cấp huyện" and "… tại UBND cấp xã" each have their "Đất đai" and their
/// "Tổng cộng". The level a caption names, else the caption, becomes a group around the items of the table.
/// </summary>
internal static class TableScopes
{
    /// <summary>The tables with their scopes put around items that would otherwise be the same.</summary>
    public static ImmutableArray<MappedTable> Apply(ImmutableArray<MappedTable> tables, CrossedVocabulary words)
    {
        string[] captions = [.. tables.Select(t => t.Table.Caption).Distinct(StringComparer.Ordinal)];
        if (captions.Length < 2)
        {
            return tables;
        }

        (string Phrase, int Dimension)?[] levels = [.. tables.Select(t => words.MemberNamedIn(t.Table.Caption))];
        bool levelsTell = levels.Where(l => l is not null).DistinctBy(l => l!.Value.Phrase).Skip(1).Any();
        return
        [
            .. tables.Select((table, i) => levelsTell && levels[i] is { } level ? Within(table, Capitalised(level.Phrase), words.Dimensions[level.Dimension].Key)
                : SharesItems(tables, i) && table.Table.Caption.Length > 0 ? Within(table, table.Table.Caption, words.Dimensions[0].Key)
                : table),
        ];
    }

    private static bool SharesItems(ImmutableArray<MappedTable> tables, int index)
    {
        HashSet<FieldItem> items = [.. ItemsOf(tables[index])];
        HashSet<Indicator?> columns = [.. ColumnsOf(tables[index])];
        return tables.Where((t, i) => i != index && t.Table.Caption != tables[index].Table.Caption)
            .Any(t => ItemsOf(t).Any(items.Contains) && ColumnsOf(t).Any(columns.Contains));
    }

    private static IEnumerable<FieldItem> ItemsOf(MappedTable table) => table.Table.Rows.Where(r => r.HasFigures).Select(r => r.Item).OfType<FieldItem>();

    private static IEnumerable<Indicator?> ColumnsOf(MappedTable table) => table.Columns.Select(c => c.Indicator).Where(i => i is not null);

    private static MappedTable Within(MappedTable table, string scope, string dimension) => table with
    {
        Table = table.Table with
        {
            Rows = [.. table.Table.Rows.Select(row => row switch
            {
                { IsWhole: true } => row with { IsWhole = false, Item = new FieldItem(dimension, scope, []) },
                { Item: { } item } => row with { Item = item with { Path = item.Path.Insert(0, scope) } },
                _ => row,
            })],
        },
    };

    private static string Capitalised(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
