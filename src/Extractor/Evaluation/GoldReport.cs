using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>A report transcribed by hand: every row with its code and true value, the facts of the prose, the head.</summary>
/// <param name="Id">Name the renderings of the report share.</param>
/// <param name="Rows">Rows of the appendix in printed order.</param>
/// <param name="RequiredFacts">Facts the prose states, by code; each has to be found.</param>
/// <param name="OptionalFacts">Facts the prose states in passing; finding them is right, missing them is no error.</param>
/// <param name="Head">Expected head of the report, by name of the contract; parts the report does not state are absent.</param>
/// <param name="Period">Expected period.</param>
public sealed record GoldReport(
    string Id, ImmutableArray<GoldRow> Rows, ImmutableDictionary<string, IndicatorValue> RequiredFacts,
    ImmutableDictionary<string, IndicatorValue> OptionalFacts, ImmutableDictionary<string, string> Head, ReportPeriod Period)
{
    // Names of the head's parts in the transcription and in the contract.
    private static readonly (string Gold, string Contract)[] HeadParts =
        [("agency", "agency"), ("parent_agency", "parentAgency"), ("number", "number"), ("date", "issuedOn"), ("title", "title"), ("signer", "signer")];

    /// <summary>Reads a transcription.</summary>
    /// <exception cref="JsonException">The text is no transcription.</exception>
    public static GoldReport Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return Read(utf8);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // Well-formed, but a part is missing, of another kind, or there twice.
            throw new JsonException(exception.Message, exception);
        }
    }

    private static GoldReport Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument json = JsonDocument.Parse(utf8);
        JsonElement root = json.RootElement;
        JsonElement meta = root.GetProperty("meta");
        JsonElement facts = root.TryGetProperty("narrative_truth", out JsonElement truth) ? truth : default;
        return new GoldReport(
            root.GetProperty("id").GetString()!,
            [.. root.GetProperty("appendices").EnumerateArray().SelectMany(a => a.GetProperty("rows").EnumerateArray()).Select(ReadRow)],
            ReadFacts(facts, "required"),
            ReadFacts(facts, "optional"),
            ReadHead(meta),
            ReadPeriod(meta.GetProperty("period")));
    }

    private static GoldRow ReadRow(JsonElement row) => new(
        Text(row, "stt"), Text(row, "group"), Text(row, "label"), Text(row, "unit"), Text(row, "value"), Text(row, "note"),
        row.GetProperty("code").GetString(),
        row.TryGetProperty("also", out JsonElement also) ? [.. also.EnumerateArray().Select(c => c.GetString())] : [],
        ReadValue(row.GetProperty("truth")))
    {
        Item = row.TryGetProperty("item", out JsonElement item) ? item.Deserialize(ExtractorJsonContext.Default.FieldItem) : null,
        Cells = row.TryGetProperty("cells", out JsonElement cells)
            ? [.. cells.EnumerateArray().Select(c => new GoldCell(c.GetProperty("code").GetString(), Text(c, "value"), ReadValue(c.GetProperty("truth"))))]
            : [],
    };

    private static ImmutableDictionary<string, IndicatorValue> ReadFacts(JsonElement facts, string name) =>
        facts.ValueKind == JsonValueKind.Object && facts.TryGetProperty(name, out JsonElement part)
            ? part.EnumerateObject().ToImmutableDictionary(p => p.Name, p => ReadValue(p.Value)!, StringComparer.Ordinal)
            : ImmutableDictionary<string, IndicatorValue>.Empty;

    // A date without its day is what the report leaves blank: nothing is expected then.
    private static ImmutableDictionary<string, string> ReadHead(JsonElement meta) =>
        HeadParts
            .Select(part => (part.Contract, Value: Text(meta, part.Gold)))
            .Where(part => part.Value.Length > 0 && (part.Contract != "issuedOn" || part.Value.Length == 10))
            .ToImmutableDictionary(part => part.Contract, part => part.Value, StringComparer.Ordinal);

    private static ReportPeriod ReadPeriod(JsonElement period) =>
        period.Deserialize(ExtractorJsonContext.Default.ReportPeriod) ?? throw new JsonException("A transcription has a period.");

    private static IndicatorValue? ReadValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(ExtractorJsonContext.Default.IndicatorValue);

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>A transcribed row.</summary>
/// <param name="Stt">Printed number.</param>
/// <param name="Group">Text spanning several rows in the number column.</param>
/// <param name="Label">Printed name.</param>
/// <param name="Unit">Printed unit.</param>
/// <param name="Value">Printed figure.</param>
/// <param name="Note">Printed note.</param>
/// <param name="Code">Right code; null for a row that is no indicator.</param>
/// <param name="Also">Codes (or null) that are as right.</param>
/// <param name="Truth">Right value; null where the row holds none.</param>
public sealed record GoldRow(
    string Stt, string Group, string Label, string Unit, string Value, string Note, string? Code, ImmutableArray<string?> Also,
    IndicatorValue? Truth)
{
    /// <summary>Whether a code is right for this row.</summary>
    public bool Accepts(string? code) => code == Code || Also.Contains(code);

    /// <summary>What a row of a crossed table is about; null in other tables and for the row of the whole.</summary>
    public FieldItem? Item { get; init; }

    /// <summary>Figures of a row of a crossed table from left to right; empty in other tables.</summary>
    public ImmutableArray<GoldCell> Cells { get; init; } = [];
}

/// <summary>A transcribed cell of a crossed table.</summary>
/// <param name="Code">Right code of its column; null for a column that is no indicator.</param>
/// <param name="Value">Printed figure.</param>
/// <param name="Truth">Right value; null where the cell holds none.</param>
public sealed record GoldCell(string? Code, string Value, IndicatorValue? Truth);
