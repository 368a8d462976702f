using Extractor.Mapping;
using Extractor.Mapping.Crossed;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Tables.Crossed;
using Extractor.Values;

namespace Extractor.Results;

/// <summary>Reads the cells of a crossed table: each states the indicator of its column about the item of its row.</summary>
internal static class CrossedStatements
{
    /// <summary>Appends the statements row by row.</summary>
    public static void Read(MappedTable mapped, List<Statement> statements)
    {
        var above = new CellReading?[mapped.Columns.Length];
        foreach (CrossedRow row in mapped.Table.Rows)
        {
            // A row without any figure is the label of a group.
            if (!row.HasFigures || (row.Item is null && !row.IsWhole))
            {
                continue;
            }

            for (int c = 0; c < mapped.Columns.Length; c++)
            {
                if (row.Cells[c] is not { } cell || mapped.Columns[c] is not { Indicator: { } indicator } column)
                {
                    continue;
                }

                CellReading reading = CellValueReader.Read(cell, new CellContext(indicator, "", above[c]));
                above[c] = reading;
                var choice = new RowChoice(
                    CellRow(row, column.Column, cell), indicator, Confidence.Clamp(column.Confidence.Value * row.Confidence.Value), column.Alternatives)
                {
                    Signals = [new MappingSignal(SignalName.ColumnTaken, column.Confidence.Value), new MappingSignal(SignalName.RowTaken, row.Confidence.Value)],
                };
                statements.Add(new Statement.OfRow(choice, reading, []) { Item = row.Item });
            }
        }
    }

    // One cell as a row of its own: rules, findings and evidence then name it by both of its labels.
    private static StatisticalRow CellRow(CrossedRow row, FigureColumn column, PlacedText cell) => new()
    {
        Table = row.Row.Table,
        Row = row.Row.Row,
        Stt = row.Row.Stt,
        Group = "",
        Label = new PlacedText($"{row.Row.Label.Text.Trim()}: {string.Join(" – ", column.Path)}"),
        Unit = PlacedText.Empty,
        Value = cell,
        Note = PlacedText.Empty,
        ValueColumn = column.Column,
        Areas = row.Row.Areas,
    };
}
