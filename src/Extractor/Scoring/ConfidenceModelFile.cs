using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Validation.Repairs;

namespace Extractor.Scoring;

/// <summary>Reads and writes the versioned file of a confidence model.</summary>
internal static class ConfidenceModelFile
{
    private const string Format = "extractor.confidence-model";
    private const string Embedded = "confidence-model.json";

    /// <summary>The model of a file, or the one that ships with the product if there is no name.</summary>
    /// <exception cref="ConfidenceModelException">The file is missing or cannot be used.</exception>
    public static ConfidenceModel ReadChosen(string? path) => path is null ? ReadEmbedded() : ReadFile(path);

    /// <summary>The model that ships with the product.</summary>
    /// <exception cref="ConfidenceModelException">The file is missing or cannot be used.</exception>
    public static ConfidenceModel ReadEmbedded()
    {
        using Stream stream = typeof(ConfidenceModelFile).Assembly.GetManifestResourceStream(Embedded) ?? throw ConfidenceModelException.Missing(Embedded, null);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes, Embedded);
    }

    /// <summary>The model of a file.</summary>
    /// <exception cref="ConfidenceModelException">The file is missing or cannot be used.</exception>
    public static ConfidenceModel ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ConfidenceModelException.Missing(path, exception);
        }
    }

    /// <summary>The model in a file's bytes.</summary>
    /// <exception cref="ConfidenceModelException">The bytes hold no usable model.</exception>
    public static ConfidenceModel Read(ReadOnlySpan<byte> utf8, string name)
    {
        ConfidenceModelJson? file;
        try
        {
            file = JsonSerializer.Deserialize(utf8, ConfidenceModelJsonContext.Default.ConfidenceModelJson);
        }
        catch (JsonException exception)
        {
            throw ConfidenceModelException.Damaged(name, exception.Message, exception);
        }

        if (file is null || file.Format != Format)
        {
            throw ConfidenceModelException.Damaged(name, "format", null);
        }

        if (file.SignalVersion != ConfidenceModel.CurrentSignalVersion)
        {
            throw ConfidenceModelException.OtherVersion(name, file.SignalVersion);
        }

        return new ConfidenceModel
        {
            TrainingData = file.TrainingData,
            OfFigure = Weights(name, "figure", file.Figure, FieldSignal.Definitions),
            OfEmpty = Weights(name, "empty", file.Empty, FieldSignal.Definitions),
            OfProse = Weights(name, "prose", file.Prose, FieldSignal.Definitions),
            OfForeign = Weights(name, "foreign", file.Foreign, ForeignSignal.Definitions),
            Slips = SlipsOf(name, file.Slips),
            Brier = file.Brier,
            HeldOut = [.. file.HeldOut.Select(h => new HeldOutForm(h.Form, h.Rows, h.Right))],
        };
    }

    /// <summary>The bytes of a model's file; the same for the same model.</summary>
    public static byte[] Write(ConfidenceModel model)
    {
        var file = new ConfidenceModelJson
        {
            Format = Format,
            SignalVersion = ConfidenceModel.CurrentSignalVersion,
            TrainingData = model.TrainingData,
            Figure = Named(model.OfFigure, FieldSignal.Definitions),
            Empty = Named(model.OfEmpty, FieldSignal.Definitions),
            Prose = Named(model.OfProse, FieldSignal.Definitions),
            Foreign = Named(model.OfForeign, ForeignSignal.Definitions),
            Slips = new SortedDictionary<string, double>(model.Slips.Shares.ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName(s.Key.ToString()), s => s.Value), StringComparer.Ordinal),
            Brier = model.Brier,
            HeldOut = [.. model.HeldOut.Select(h => new HeldOutJson { Form = h.Form, Rows = h.Rows, Right = h.Right })],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, ConfidenceModelJsonContext.Readable.ConfidenceModelJson), (byte)'\n'];
    }

    // The file must know every signal of this program and no other, each with a weight of the sign it may have.
    private static float[] Weights(string name, string part, Dictionary<string, float> weights, ImmutableArray<FeatureDefinition> definitions)
    {
        float[] values = new float[definitions.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!weights.TryGetValue(definitions[i].Name, out values[i]) || !float.IsFinite(values[i]) || values[i] * definitions[i].Sign < 0)
            {
                throw ConfidenceModelException.Damaged(name, $"{part}.{definitions[i].Name}", null);
            }
        }

        return weights.Count == values.Length ? values : throw ConfidenceModelException.Damaged(name, part, null);
    }

    private static SlipShares SlipsOf(string name, SortedDictionary<string, double> shares)
    {
        var slips = ImmutableDictionary.CreateBuilder<Slip, double>();
        foreach (Slip slip in Enum.GetValues<Slip>())
        {
            string key = JsonNamingPolicy.CamelCase.ConvertName(slip.ToString());
            slips[slip] = shares.TryGetValue(key, out double share) && share is > 0 and < 1 ? share : throw ConfidenceModelException.Damaged(name, $"slips.{key}", null);
        }

        return new SlipShares(slips.ToImmutable());
    }

    private static Dictionary<string, float> Named(float[] weights, ImmutableArray<FeatureDefinition> definitions) =>
        definitions.Zip(weights).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
}

/// <summary>The file of a confidence model.</summary>
internal sealed record ConfidenceModelJson
{
    public required string Format { get; init; }

    public required int SignalVersion { get; init; }

    public required string TrainingData { get; init; }

    public required Dictionary<string, float> Figure { get; init; }

    public required Dictionary<string, float> Empty { get; init; }

    public required Dictionary<string, float> Prose { get; init; }

    public required Dictionary<string, float> Foreign { get; init; }

    public required SortedDictionary<string, double> Slips { get; init; }

    public double? Brier { get; init; }

    public required HeldOutJson[] HeldOut { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ConfidenceModelJson))]
internal sealed partial class ConfidenceModelJsonContext : JsonSerializerContext
{
    /// <summary>Indented: the file is also read by people.</summary>
    public static ConfidenceModelJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
    });
}
