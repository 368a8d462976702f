using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping;

/// <summary>Rows of a form with the codes they are, all equally good codes of a row together.</summary>
internal sealed record GoldRows(ImmutableArray<StatisticalTable> Tables, ImmutableArray<ImmutableArray<string?>> Codes)
{
    public static GoldRows Read(string name)
    {
        string transcription = Path.Combine(Repository.Fixtures, name, name + ".gold.json");
        return File.Exists(transcription) ? ReadTranscription(transcription) : ReadForm(Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, "forms"), name + ".csv", SearchOption.AllDirectories).Single());
    }

    private static GoldRows ReadTranscription(string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        var rows = ImmutableArray.CreateBuilder<StatisticalRow>();
        var codes = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        foreach (JsonElement row in json.RootElement.GetProperty("appendices")[0].GetProperty("rows").EnumerateArray())
        {
            string Text(string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
            rows.Add(Row(0, rows.Count, Text));
            codes.Add([row.GetProperty("code").GetString(), .. row.TryGetProperty("also", out JsonElement also) ? also.EnumerateArray().Select(a => a.GetString()) : []]);
        }

        return new GoldRows([new StatisticalTable(0, "Phụ lục", rows.ToImmutable())], codes.ToImmutable());
    }

    // A form is a list of rows; "table" is the caption of the table a row stands in, "code" is empty for foreign rows.
    private static GoldRows ReadForm(string path)
    {
        var tables = ImmutableArray.CreateBuilder<StatisticalTable>();
        var codes = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        foreach (List<IReadOnlyDictionary<string, string>> lines in SplitByTable(CsvTable.Read(File.ReadAllText(path))))
        {
            int table = tables.Count;
            tables.Add(new StatisticalTable(table, lines[0]["table"], [.. lines.Select((line, i) => Row(table, i, name => line[name]))]));
            codes.AddRange(lines.Select(line => line["code"].Length == 0 ? [null] : ImmutableArray.Create<string?>(line["code"].Split('|'))));
        }

        return new GoldRows(tables.ToImmutable(), codes.ToImmutable());
    }

    private static IEnumerable<List<IReadOnlyDictionary<string, string>>> SplitByTable(List<IReadOnlyDictionary<string, string>> lines)
    {
        var table = new List<IReadOnlyDictionary<string, string>>();
        foreach (IReadOnlyDictionary<string, string> line in lines)
        {
            if (table.Count > 0 && table[0]["table"] != line["table"])
            {
                yield return table;
                table = [];
            }

            table.Add(line);
        }

        yield return table;
    }

    private static StatisticalRow Row(int table, int row, Func<string, string> text) => new()
    {
        Table = table,
        Row = row,
        Stt = text("stt"),
        Group = text("group"),
        Label = new PlacedText(text("label")),
        Unit = new PlacedText(text("unit")),
        Value = new PlacedText(text("value")),
        Note = new PlacedText(text("note")),
    };
}
