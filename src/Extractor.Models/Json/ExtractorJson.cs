using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Extractor.Models;

/// <summary>Writes and reads results as JSON: camelCase, enums as text, Vietnamese letters as they are.</summary>
public static class ExtractorJson
{
    /// <summary>Options for results on one line.</summary>
    public static JsonSerializerOptions Compact { get; } = CreateOptions(indented: false);

    /// <summary>Options for results people read.</summary>
    public static JsonSerializerOptions Indented { get; } = CreateOptions(indented: true);

    /// <summary>The JSON Schema (2020-12) every result obeys, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> ResultSchema => ResultSchemaBytes.Value;

    private static readonly Lazy<byte[]> ResultSchemaBytes = new(ReadResultSchema);

    /// <summary>Writes a result as UTF-8.</summary>
    public static byte[] Serialize(ExtractionResult result, bool indented = false) =>
        JsonSerializer.SerializeToUtf8Bytes(result, TypeInfo<ExtractionResult>(indented));

    /// <summary>Writes an indicator schema as UTF-8.</summary>
    public static byte[] Serialize(IndicatorSchema schema, bool indented = false) =>
        JsonSerializer.SerializeToUtf8Bytes(schema, TypeInfo<IndicatorSchema>(indented));

    /// <summary>Prepares writing results, which takes a cold process longer than writing one; for another thread than the one that makes the result.</summary>
    public static void Prepare(bool indented)
    {
        JsonSerializerOptions options = indented ? Indented : Compact;
        var seen = new HashSet<Type>();
        var left = new Stack<Type>([typeof(ExtractionResult)]);
        while (left.TryPop(out Type? type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            JsonTypeInfo info = options.GetTypeInfo(type);
            foreach (JsonPropertyInfo property in info.Properties)
            {
                left.Push(property.PropertyType);
            }

            if (info.ElementType is { } element)
            {
                left.Push(element);
            }
        }
    }

    /// <summary>Reads a result.</summary>
    /// <exception cref="JsonException">The text is no result.</exception>
    public static ExtractionResult Deserialize(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, TypeInfo<ExtractionResult>(indented: false)) ?? throw new JsonException("A result is never null.");

    private static JsonTypeInfo<T> TypeInfo<T>(bool indented) => (JsonTypeInfo<T>)(indented ? Indented : Compact).GetTypeInfo(typeof(T));

    private static byte[] ReadResultSchema()
    {
        using Stream stream = typeof(ExtractorJson).Assembly.GetManifestResourceStream("extraction-result.schema.json")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static JsonSerializerOptions CreateOptions(bool indented) => new(ExtractorJsonContext.Default.Options)
    {
        WriteIndented = indented,
        // Results are files and HTTP bodies, never pasted into HTML, so letters and signs need no escapes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ExtractorJsonContext.Default,
    };
}

/// <summary>Source-generated metadata of the contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(BoxConverter), typeof(ConfidenceConverter), typeof(IndicatorValueConverter), typeof(TextListConverter),
        typeof(CamelCaseEnumConverter<FieldStatus>), typeof(CamelCaseEnumConverter<EvidenceSource>), typeof(CamelCaseEnumConverter<Severity>),
        typeof(CamelCaseEnumConverter<ValueKind>), typeof(CamelCaseEnumConverter<FileFormat>), typeof(CamelCaseEnumConverter<PeriodKind>),
        typeof(CamelCaseEnumConverter<AdministrativeLevel>), typeof(CamelCaseEnumConverter<RuleKind>),
        typeof(CamelCaseEnumConverter<Slip>), typeof(CamelCaseEnumConverter<SignPlace>)])]
[JsonSerializable(typeof(ExtractionResult))]
[JsonSerializable(typeof(IndicatorSchema))]
public sealed partial class ExtractorJsonContext : JsonSerializerContext;

internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
