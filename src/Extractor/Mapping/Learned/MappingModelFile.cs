using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>Reads and writes the versioned file of a mapping model.</summary>
internal static class MappingModelFile
{
    private const string Format = "extractor.mapping-model";
    private const int FormatVersion = 1;
    private const string Embedded = "mapping-model.json";
    private const string HeldOutBySource = "source";

    /// <summary>The model of a file, or the one that ships with the product if there is no name.</summary>
    /// <exception cref="MappingModelException">The file is missing or cannot be used.</exception>
    public static MappingModel ReadChosen(string? path) => path is null ? ReadEmbedded() : ReadFile(path);

    /// <summary>The model that ships with the product.</summary>
    /// <exception cref="MappingModelException">The file is missing or cannot be used.</exception>
    public static MappingModel ReadEmbedded() => Read(EmbeddedBytes(), Embedded);

    /// <summary>The bytes of the model that ships with the product.</summary>
    /// <exception cref="MappingModelException">The file is missing.</exception>
    public static byte[] EmbeddedBytes()
    {
        using Stream? stream = typeof(MappingModelFile).Assembly.GetManifestResourceStream(Embedded);
        if (stream is null)
        {
            throw Missing(Embedded, null);
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>What a model made of forms it had not seen, whatever version its features have; empty for bytes that hold no such figures or figures taken another way.</summary>
    public static ImmutableArray<HeldOutForm> HeldOutFiguresOf(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, ModelJsonContext.Default.ModelJson) is { HeldOutBy: HeldOutBySource } file ? FiguresOf(file) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The model of a file.</summary>
    /// <exception cref="MappingModelException">The file is missing or cannot be used.</exception>
    public static MappingModel ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Missing(path, exception);
        }
    }

    /// <summary>The model in a file's bytes.</summary>
    /// <exception cref="MappingModelException">The bytes hold no usable model.</exception>
    public static MappingModel Read(ReadOnlySpan<byte> utf8, string name)
    {
        ModelJson? file;
        try
        {
            file = JsonSerializer.Deserialize(utf8, ModelJsonContext.Default.ModelJson);
        }
        catch (JsonException exception)
        {
            throw Damaged(name, exception.Message, exception);
        }

        if (file is null || file.Format != Format)
        {
            throw Damaged(name, "format", null);
        }

        if (file.FormatVersion != FormatVersion || file.FeatureVersion != MappingModel.CurrentFeatureVersion)
        {
            throw OtherVersion(name, file.FormatVersion, file.FeatureVersion);
        }

        return new MappingModel
        {
            FeatureVersion = file.FeatureVersion,
            Seed = file.Seed,
            TrainingData = file.TrainingData,
            Weights = new MappingWeights(
                Weights(name, "pairs", file.Pairs, PairFeature.Definitions), Weights(name, "none", file.None, RowFeature.Definitions),
                Weights(name, "relations", file.Relations, RelationFeature.Definitions),
                Weights(name, "relationsNone", file.RelationsNone, NoneRelationFeature.Definitions)),
            Calibration = new MappingCalibration(
                Weights(name, "calibrationOfIndicator", file.CalibrationOfIndicator, ChoiceSignal.OfIndicator),
                Weights(name, "calibrationOfNone", file.CalibrationOfNone, ChoiceSignal.OfNone)),
            HeldOut = FiguresOf(file),
            Families = file.Families.ToDictionary(f => f.Key, f => MemoryOf(name, f.Value), StringComparer.Ordinal),
        };
    }

    /// <summary>The bytes of a model's file; the same for the same model.</summary>
    public static byte[] Write(MappingModel model)
    {
        var file = new ModelJson
        {
            Format = Format,
            FormatVersion = FormatVersion,
            FeatureVersion = model.FeatureVersion,
            Seed = model.Seed,
            TrainingData = model.TrainingData,
            Pairs = Named(model.Weights.Pairs, PairFeature.Definitions),
            None = Named(model.Weights.None, RowFeature.Definitions),
            Relations = Named(model.Weights.Relations, RelationFeature.Definitions),
            RelationsNone = Named(model.Weights.RelationsNone, NoneRelationFeature.Definitions),
            CalibrationOfIndicator = Named(model.Calibration.OfIndicator, ChoiceSignal.OfIndicator),
            CalibrationOfNone = Named(model.Calibration.OfNone, ChoiceSignal.OfNone),
            HeldOutBy = HeldOutBySource,
            HeldOut = [.. model.HeldOut.Select(h => new HeldOutJson { Form = h.Form, Rows = h.Rows, Right = h.Right })],
            Families = new SortedDictionary<string, FamilyJson>(
                model.Families.ToDictionary(f => f.Key, f => FamilyJson.Of(f.Value)), StringComparer.Ordinal),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, ModelJsonContext.Readable.ModelJson), (byte)'\n'];
    }

    private static ImmutableArray<HeldOutForm> FiguresOf(ModelJson file) => [.. file.HeldOut.Select(h => new HeldOutForm(h.Form, h.Rows, h.Right))];

    // The file must know every feature of this program and no other: a weight at the wrong place would be a silent error.
    private static float[] Weights(string name, string part, Dictionary<string, float> weights, ImmutableArray<FeatureDefinition> definitions)
    {
        float[] values = new float[definitions.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!weights.TryGetValue(definitions[i].Name, out values[i]) || !float.IsFinite(values[i]) || values[i] * definitions[i].Sign < 0)
            {
                throw Damaged(name, $"{part}.{definitions[i].Name}", null);
            }
        }

        return weights.Count == values.Length ? values : throw Damaged(name, part, null);
    }

    private static Dictionary<string, float> Named(float[] weights, ImmutableArray<FeatureDefinition> definitions) =>
        definitions.Zip(weights).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);

    private static FamilyMemory MemoryOf(string name, FamilyJson family) => new(
        [.. family.Wordings.Select(w => new LearnedWording(w.Code, w.Label, w.NeedsPlace))],
        [.. family.Foreign.Select(f => new ForeignWording(f.Label, f.Place))],
        [.. family.Forms.Select(f => FormOf(name, f))]);

    private static RememberedForm FormOf(string name, FormJson form)
    {
        string[] rows = form.Rows.Split(' '), codes = form.Codes.Split(' ');
        var prints = ImmutableArray.CreateBuilder<uint>(rows.Length);
        foreach (string row in rows)
        {
            prints.Add(uint.TryParse(row, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint print) ? print : throw Damaged(name, form.Name, null));
        }

        return rows.Length == codes.Length
            ? new RememberedForm(form.Name, prints.MoveToImmutable(), [.. codes.Select(c => c == FamilyJson.NoCode ? null : c)])
            : throw Damaged(name, form.Name, null);
    }

    private static MappingModelException Missing(string name, Exception? inner) => new(new LocalText(
        $"Không tìm thấy hoặc không mở được tệp mô hình nhận dạng chỉ tiêu '{name}'.",
        $"The mapping model '{name}' is missing or cannot be opened."), inner);

    private static MappingModelException Damaged(string name, string part, Exception? inner) => new(new LocalText(
        $"Tệp mô hình nhận dạng chỉ tiêu '{name}' bị hỏng ({part}). Hãy tạo lại bằng lệnh 'extractor train'.",
        $"The mapping model '{name}' is damaged ({part}). Make it again with 'extractor train'."), inner);

    private static MappingModelException OtherVersion(string name, int format, int features) => new(new LocalText(
        $"Tệp mô hình nhận dạng chỉ tiêu '{name}' thuộc phiên bản khác (tệp {format}, đặc trưng {features}; chương trình cần {FormatVersion} và {MappingModel.CurrentFeatureVersion}). Hãy tạo lại bằng lệnh 'extractor train'.",
        $"The mapping model '{name}' is of another version (file {format}, features {features}; this program needs {FormatVersion} and {MappingModel.CurrentFeatureVersion}). Make it again with 'extractor train'."));
}
