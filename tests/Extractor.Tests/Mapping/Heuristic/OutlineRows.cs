using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

/// <summary>Rows as a table prints them.</summary>
internal static class OutlineRows
{
    public static StatisticalRow Row(int row, string stt, string group, string label, int table = 0) => new()
    {
        Table = table,
        Row = row,
        Stt = stt,
        Group = group,
        Label = new PlacedText(label),
        Unit = new PlacedText(""),
        Value = new PlacedText("5"),
        Note = new PlacedText(""),
    };
}
