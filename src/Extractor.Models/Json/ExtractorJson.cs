using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Extractor.Models;

/// <summary>Writes and reads results as JSON: camelCase, enums as text, Vietnamese letters as they are.</summary>
public static class ExtractorJson
{
    /// <summary>Options for results on one line.</summary>
    public static JsonSerializerOptions Compact { get; } = CreateOptions(indented: false);

    /// <summary>Options for results people read.</summary>
    public static JsonSerializerOptions Indented { get; } = CreateOptions(indented: true);

    /// <summary>Writes a result as UTF-8.</summary>
    public static byte[] Serialize(ExtractionResult result, bool indented = false) =>
        JsonSerializer.SerializeToUtf8Bytes(result, new ExtractorJsonContext(new(indented ? Indented : Compact)).ExtractionResult);

    /// <summary>Reads a result.</summary>
    /// <exception cref="JsonException">The text is no result.</exception>
    public static ExtractionResult Deserialize(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<ExtractionResult>(utf8, Compact) ?? throw new JsonException("A result is never null.");

    private static JsonSerializerOptions CreateOptions(bool indented) => new(ExtractorJsonContext.Default.Options)
    {
        WriteIndented = indented,
        // Results are files and HTTP bodies, never pasted into HTML, so letters need no escapes.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = ExtractorJsonContext.Default,
    };
}

/// <summary>Source-generated metadata of the contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [
        typeof(BoxConverter), typeof(ConfidenceConverter), typeof(IndicatorValueConverter),
        typeof(CamelCaseEnumConverter<FieldStatus>), typeof(CamelCaseEnumConverter<EvidenceSource>), typeof(CamelCaseEnumConverter<Severity>),
        typeof(CamelCaseEnumConverter<ValueKind>), typeof(CamelCaseEnumConverter<FileFormat>), typeof(CamelCaseEnumConverter<PeriodKind>),
        typeof(CamelCaseEnumConverter<AdministrativeLevel>)])]
[JsonSerializable(typeof(ExtractionResult))]
[JsonSerializable(typeof(IndicatorSchema))]
public sealed partial class ExtractorJsonContext : JsonSerializerContext;

internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
