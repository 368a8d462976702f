using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Tables.Crossed;

namespace Extractor.Mapping.Crossed;

/// <summary>
/// Maps the columns of a crossed table by the mapper of rows: all levels of a header together are the label of a row, against the wordings that a
/// family gives its columns.
/// </summary>
internal static class ColumnMapper
{
    private const string Join = " - ";
    private static readonly ConditionalWeakTable<IndicatorSchema, IndicatorSchema> ColumnSchemas = [];

    /// <summary>Whether the heading of the items says that the table counts something else.</summary>
    public static bool IsOfSomethingElse(string heading, IndicatorSchema schema, CrossedForm form) =>
        ColumnSignatures.IsOfSomethingElse(heading, ColumnSchemas.GetValue(schema, s => SchemaOfColumns(s, form)));

    /// <summary>One choice a column, from left to right.</summary>
    public static ImmutableArray<ColumnChoice> Map(
        ImmutableArray<FigureColumn> columns, IndicatorSchema schema, CrossedForm form, IRowMapper mapper, CancellationToken cancellationToken)
    {
        IndicatorSchema columnSchema = ColumnSchemas.GetValue(schema, s => SchemaOfColumns(s, form));
        ImmutableArray<StatisticalRow> rows = [.. columns.Select(RowOf)];
        ImmutableArray<RowChoice> choices = mapper.Map([new StatisticalTable(0, "", rows)], columnSchema, cancellationToken);
        choices = ColumnSignatures.PreferExact(choices, columnSchema);
        int[] bySignature = ColumnSignatures.Find([.. rows.Select((r, i) => choices[i].Indicator is null ? r.Label.Text : null)], columnSchema);
        HashSet<string> taken = [.. choices.Where(c => c.Indicator is not null).Select(c => c.Indicator!.Code)];
        return
        [
            .. choices.Select((choice, i) => ColumnSignatures.IsOfSomethingElse(rows[i].Label.Text, columnSchema)
                ? new ColumnChoice(columns[i], null, ColumnSignatures.Confidence, RealAll(choice.Alternatives))
                : bySignature[i] >= 0 && taken.Add(columnSchema.Indicators[bySignature[i]].Code)
                ? new ColumnChoice(columns[i], Real(columnSchema.Indicators[bySignature[i]]), ColumnSignatures.Confidence, [])
                : new ColumnChoice(columns[i], Real(choice.Indicator), choice.Confidence, RealAll(choice.Alternatives))),
        ];

        Indicator? Real(Indicator? indicator) => indicator is null ? null : schema.Find(indicator.Code);

        ImmutableArray<IndicatorCandidate> RealAll(ImmutableArray<IndicatorCandidate> candidates) =>
            [.. candidates.Select(c => c with { Indicator = Real(c.Indicator) ?? c.Indicator })];
    }

    // A whole header in capitals is no section of a form, so capitals must not say so.
    private static StatisticalRow RowOf(FigureColumn column, int position)
    {
        string label = string.Join(Join, column.Path).ToLowerInvariant();
        label += column.Siblings.IsEmpty ? "" : $" ({string.Join("; ", column.Siblings).ToLowerInvariant()})";
        return new StatisticalRow
        {
            Table = 0,
            Row = position,
            Stt = "",
            Group = "",
            Label = new PlacedText(label),
            Unit = PlacedText.Empty,
            Value = PlacedText.Empty,
            Note = PlacedText.Empty,
        };
    }

    // The wordings of columns are no names of rows: each column says its whole path, so no column stands under another.
    private static IndicatorSchema SchemaOfColumns(IndicatorSchema schema, CrossedForm form)
    {
        ILookup<string, string> headings = form.Columns.ToLookup(c => c.Code, c => c.Heading, StringComparer.Ordinal);
        ImmutableArray<Indicator> columns =
        [
            .. schema.Indicators.Where(i => headings.Contains(i.Code)).Select(i => i with { Parent = null, Aliases = [.. headings[i.Code]] }),
        ];
        return new IndicatorSchema(schema.Family, schema.Version, schema.Title, columns, schema.Units, schema.Contrasts, schema.Synonyms);
    }
}
