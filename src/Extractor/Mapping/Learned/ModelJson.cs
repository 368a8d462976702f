using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extractor.Mapping.Learned;

/// <summary>The file of a mapping model.</summary>
internal sealed record ModelJson
{
    public required string Format { get; init; }

    public required int FormatVersion { get; init; }

    public required int FeatureVersion { get; init; }

    public required int Seed { get; init; }

    public required string TrainingData { get; init; }

    public required Dictionary<string, float> Pairs { get; init; }

    public required Dictionary<string, float> None { get; init; }

    public required Dictionary<string, float> Relations { get; init; }

    public required Dictionary<string, float> RelationsNone { get; init; }

    public required Dictionary<string, float> CalibrationOfIndicator { get; init; }

    public required Dictionary<string, float> CalibrationOfNone { get; init; }

    /// <summary>What was left out together when the figures were taken; figures taken another way do not compare.</summary>
    public string? HeldOutBy { get; init; }

    public required HeldOutJson[] HeldOut { get; init; }

    public required SortedDictionary<string, FamilyJson> Families { get; init; }
}

/// <summary>What the file holds about a family.</summary>
internal sealed record FamilyJson
{
    /// <summary>Stands for a row that is none of the schema.</summary>
    public const string NoCode = "-";

    public required WordingJson[] Wordings { get; init; }

    public required ForeignJson[] Foreign { get; init; }

    public required FormJson[] Forms { get; init; }

    public static FamilyJson Of(FamilyMemory memory) => new()
    {
        Wordings = [.. memory.Wordings.Select(w => new WordingJson { Code = w.Code, Label = w.Label, NeedsPlace = w.NeedsPlace })],
        Foreign = [.. memory.Foreign.Select(f => new ForeignJson { Label = f.Label, Place = f.Place })],
        Forms = [.. memory.Forms.Select(f => new FormJson { Name = f.Name, Rows = string.Join(' ', f.Rows.Select(r => r.ToString("x8", CultureInfo.InvariantCulture))), Codes = string.Join(' ', f.Codes.Select(c => c ?? NoCode)) })],
    };
}

/// <summary>A row seen on a reviewed form that is none of the schema.</summary>
internal sealed record ForeignJson
{
    public required string Label { get; init; }

    public required string Place { get; init; }
}

/// <summary>A label seen on a reviewed form.</summary>
internal sealed record WordingJson
{
    public required string Code { get; init; }

    public required string Label { get; init; }

    public bool NeedsPlace { get; init; }
}

/// <summary>A reviewed form.</summary>
internal sealed record FormJson
{
    public required string Name { get; init; }

    /// <summary>Fingerprints in hexadecimal digits, separated by blanks.</summary>
    public required string Rows { get; init; }

    /// <summary>Codes separated by blanks, "-" for none.</summary>
    public required string Codes { get; init; }
}

/// <summary>What a model that had seen nothing of a form made of it.</summary>
internal sealed record HeldOutJson
{
    public required string Form { get; init; }

    public required int Rows { get; init; }

    public required int Right { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelJson))]
internal sealed partial class ModelJsonContext : JsonSerializerContext
{
    /// <summary>Writes Vietnamese as it is: the file is also read by people.</summary>
    public static ModelJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
    });
}
