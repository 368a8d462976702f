using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>
/// Takes the index out of an answer's JSON. Works on the text and not on the contract's types: it is a third of the work, and a worker of a newer
/// version may say more than this process knows.
/// </summary>
internal static class ResultIndexReader
{
    private const string UnrelatedWarning = "report.unrelated";

    /// <exception cref="JsonException">The text is no answer.</exception>
    public static ResultIndex Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        try
        {
            return Read(root);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The text is no result.", exception);
        }
    }

    private static ResultIndex Read(JsonElement root)
    {
        JsonElement file = root.GetProperty("document");
        JsonElement head = root.GetProperty("report");
        JsonElement period = head.GetProperty("period").GetProperty("value");
        JsonElement coverage = root.GetProperty("coverage");
        bool hasPeriod = period.ValueKind == JsonValueKind.Object;
        return new ResultIndex
        {
            Sha256 = file.GetProperty("sha256").GetString()!,
            Family = root.GetProperty("schema").GetProperty("family").GetString()!,
            SchemaVersion = root.GetProperty("schema").GetProperty("version").GetInt32(),
            FileName = file.GetProperty("fileName").GetString()!,
            Format = Word<FileFormat>(file.GetProperty("format"))!.Value,
            Agency = Stated(head, "agency"),
            Title = Stated(head, "title"),
            Number = Stated(head, "number"),
            IssuedOn = Stated(head, "issuedOn"),
            PeriodKind = hasPeriod ? Word<PeriodKind>(period.GetProperty("kind")) : null,
            PeriodYear = hasPeriod ? Number(period, "year") : null,
            PeriodPart = hasPeriod ? Number(period, "quarter") ?? Number(period, "month") : null,
            Level = Word<AdministrativeLevel>(head.GetProperty("level").GetProperty("value")),
            Rows = coverage.GetProperty("rows").GetInt32(),
            RowsMapped = coverage.GetProperty("rowsMapped").GetInt32(),
            Unread = coverage.GetProperty("unread").GetArrayLength(),
            IsUnrelated = root.GetProperty("warnings").EnumerateArray().Any(warning => warning.GetProperty("code").ValueEquals(UnrelatedWarning)),
            Values = [.. root.GetProperty("fields").EnumerateArray().Select(Field)],
            Findings = [.. root.GetProperty("findings").EnumerateArray().Select(finding =>
                new IndexedFinding(finding.GetProperty("rule").GetString()!, Word<Severity>(finding.GetProperty("severity"))!.Value))],
        };
    }

    private static IndexedValue Field(JsonElement field)
    {
        JsonElement evidence = field.GetProperty("evidence");
        JsonElement place = evidence.GetArrayLength() > 0 ? evidence[0] : default;
        JsonElement value = field.GetProperty("value");
        return new IndexedValue(
            field.GetProperty("code").GetString()!,
            Item(field),
            value.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => value.GetString(), _ => value.GetRawText() },
            Word<FieldStatus>(field.GetProperty("status"))!.Value,
            field.GetProperty("confidence").GetDouble(),
            place.ValueKind == JsonValueKind.Object ? Word<EvidenceSource>(place.GetProperty("source")) : null,
            Number(place, "page"), Number(place, "table"), Number(place, "row"), Number(place, "column"), Number(place, "paragraph"));
    }

    // A field of a crossed table belongs to one member of what the table breaks its figures down by.
    private static string? Item(JsonElement field)
    {
        if (!field.TryGetProperty("item", out JsonElement item) || item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        ImmutableArray<string?> path = item.TryGetProperty("path", out JsonElement steps) && steps.ValueKind == JsonValueKind.Array
            ? [.. steps.EnumerateArray().Select(step => step.GetString())] : [];
        return string.Join(" / ", path.Append(item.GetProperty("label").GetString()));
    }

    private static string? Stated(JsonElement head, string part) =>
        head.GetProperty(part).GetProperty("value") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static int? Number(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32() : null;

    private static T? Word<T>(JsonElement value)
        where T : struct, Enum =>
        value.ValueKind == JsonValueKind.String ? ContractWords.Parse<T>(value.GetString()!) : null;
}
