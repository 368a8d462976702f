using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Training.Forms;

/// <summary>Reads labelled forms: lists of rows (<c>*.csv</c>) and transcriptions (<c>*.gold.json</c>).</summary>
internal static class FormReader
{
    private const string Transcription = ".gold.json";
    private static readonly string[] Columns = ["table", "stt", "group", "label", "unit", "value", "note", "code"];

    private const string Shipped = "forms/";

    /// <summary>The forms that ship with the program, in the order of their names.</summary>
    public static ImmutableArray<LabelledForm> ReadShipped()
    {
        Assembly assembly = typeof(FormReader).Assembly;
        return Read(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Shipped, StringComparison.Ordinal))
            .Select(name => (name[Shipped.Length..], assembly.GetManifestResourceStream(name)!)));
    }

    /// <summary>All forms of a folder and the folders in it, in the order of their names. Those of a folder inside it have one source.</summary>
    /// <exception cref="InvalidDataException">A file is no labelled form.</exception>
    public static ImmutableArray<LabelledForm> ReadFolder(string folder) =>
        Read(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), (Stream)File.OpenRead(path))));

    private static ImmutableArray<LabelledForm> Read(IEnumerable<(string Path, Stream Content)> files)
    {
        var forms = ImmutableArray.CreateBuilder<LabelledForm>();
        foreach ((string path, Stream content) in files)
        {
            using var reader = new StreamReader(content);
            int folder = path.LastIndexOf('/');
            string name = path[(folder + 1)..];
            if (name.EndsWith(Transcription, StringComparison.Ordinal))
            {
                forms.Add(Of(folder, path, ReadTranscription(name[..^Transcription.Length], Encoding.UTF8.GetBytes(reader.ReadToEnd()))));
            }
            else if (name.EndsWith(".csv", StringComparison.Ordinal) && ReadList(name[..^4], reader.ReadToEnd()) is { } form)
            {
                forms.Add(Of(folder, path, form));
            }
        }

        forms.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return forms.ToImmutable();
    }

    private static LabelledForm Of(int folder, string path, LabelledForm form) => folder < 0 ? form : form with { Source = path[..folder] };

    /// <summary>A form from its list of rows; null for a table that lists something else.</summary>
    public static LabelledForm? ReadList(string name, string text)
    {
        List<IReadOnlyDictionary<string, string>> lines = CsvTable.Read(text);
        if (lines.Count == 0 || !Columns.All(lines[0].ContainsKey))
        {
            return null;
        }

        var tables = ImmutableArray.CreateBuilder<StatisticalTable>();
        var rows = ImmutableArray.CreateBuilder<StatisticalRow>();
        var codes = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        string caption = lines[0]["table"];
        foreach (IReadOnlyDictionary<string, string> line in lines)
        {
            if (line["table"] != caption)
            {
                tables.Add(new StatisticalTable(tables.Count, caption, rows.DrainToImmutable()));
                caption = line["table"];
            }

            rows.Add(CreateRow(tables.Count, rows.Count, column => line[column]));
            codes.Add([.. line["code"].Split('|').Select(code => code.Length == 0 ? null : code)]);
        }

        tables.Add(new StatisticalTable(tables.Count, caption, rows.DrainToImmutable()));
        return new LabelledForm(name, tables.ToImmutable(), codes.ToImmutable());
    }

    /// <summary>A form from a transcribed report.</summary>
    /// <exception cref="InvalidDataException">The text is no transcription.</exception>
    public static LabelledForm ReadTranscription(string name, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            GoldReport report = GoldReport.Parse(utf8);
            return new LabelledForm(
                name,
                [new StatisticalTable(0, "", [.. report.Rows.Select((row, i) => CreateRow(0, i, column => Cell(row, column)))])],
                [.. report.Rows.Select(row => row.Also.Insert(0, row.Code))]);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{name} is no transcription: {exception.Message}", exception);
        }
    }

    private static string Cell(GoldRow row, string column) => column switch
    {
        "stt" => row.Stt,
        "group" => row.Group,
        "label" => row.Label,
        "unit" => row.Unit,
        "value" => row.Value,
        "note" => row.Note,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No column of a transcription."),
    };

    private static StatisticalRow CreateRow(int table, int row, Func<string, string> cell) => new()
    {
        Table = table,
        Row = row,
        Stt = cell("stt"),
        Group = cell("group"),
        Label = new PlacedText(cell("label")),
        Unit = new PlacedText(cell("unit")),
        Value = new PlacedText(cell("value")),
        Note = new PlacedText(cell("note")),
    };
}
