using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Forms;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Learning;

/// <summary>Fits a model: synthetic tables and labelled forms for the weights, forms left out in turn for the calibration and the figures.</summary>
internal static class ModelTrainer
{
    // Synthetic rows are many and only resemble the real ones: they steady weights that few real rows speak to. They keep the schema's order, which
    // real forms do not, so the second pass learns next to nothing from them.
    private const double FirstWeight = 0.2;
    private const double SecondWeight = 0.05;

    /// <summary>Fits a model.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="options">Seed and size.</param>
    /// <param name="cancellationToken">Looked at between fits.</param>
    public static TrainingResult Train(TrainingData data, TrainingOptions options, CancellationToken cancellationToken = default)
    {
        ImmutableArray<FormReading> synthetic = ReadSynthetic(data.Schema, options, cancellationToken);
        MappingWeights start = WeightFitter.Fit(synthetic, null);
        var held = new HeldOutForms(data.Schema, data.Forms, synthetic, start);
        ImmutableArray<ImmutableArray<RowOutcome>> outcomes = held.Judge(cancellationToken);
        var vocabulary = new FormVocabulary(data.Schema, data.Forms);
        var model = new MappingModel
        {
            FeatureVersion = MappingModel.CurrentFeatureVersion,
            Seed = options.Seed,
            TrainingData = data.Fingerprint(),
            Weights = WeightFitter.Fit(held.Readings, start),
            Calibration = CalibrationFitter.Fit(outcomes.SelectMany(o => o)),
            HeldOut = [.. outcomes.Zip(data.Forms, (o, form) => new HeldOutForm(form.Name, o.Length, o.Count(r => r.IsRight)))],
            Families = ImmutableDictionary<string, FamilyMemory>.Empty.Add(data.Schema.Family, new FamilyMemory(
                [.. vocabulary.WordingsWithout(null).Concat(data.ReviewedWordings).DistinctBy(w => (w.Code, w.Label))],
                vocabulary.ForeignWithout(null),
                [.. data.Forms.Select(Remember)])),
        };
        return new TrainingResult(model, outcomes) { Blind = held.Models(outcomes) };
    }

    private static ImmutableArray<FormReading> ReadSynthetic(IndicatorSchema schema, TrainingOptions options, CancellationToken cancellationToken)
    {
        var maker = new SyntheticFormMaker(schema, []);
        var readings = ImmutableArray.CreateBuilder<FormReading>(options.SyntheticTables);
        for (int table = 0; table < options.SyntheticTables; table++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SyntheticForm made = maker.Make(table, (ulong)options.Seed);
            readings.Add(new FormReading(made.Form, SchemaIndex.With(made.Schema, made.Wordings, []), FirstWeight, SecondWeight));
        }

        return readings.MoveToImmutable();
    }

    private static RememberedForm Remember(LabelledForm form) =>
        new(form.Name, [.. RowFingerprint.Of(form.Tables)], [.. form.Codes.Select(c => c[0])]);
}

/// <summary>How a model is fitted.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Seed of the synthetic tables.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of synthetic tables.</summary>
    public int SyntheticTables { get; init; } = 24;
}

/// <summary>A fitted model with what models that had seen nothing of a form made of its rows.</summary>
/// <param name="Model">The model.</param>
/// <param name="HeldOut">Outcomes by form.</param>
internal sealed record TrainingResult(MappingModel Model, ImmutableArray<ImmutableArray<RowOutcome>> HeldOut)
{
    /// <summary>By form, the model that had seen nothing of it.</summary>
    public ImmutableArray<HeldOutModel> Blind { get; init; } = [];
}
