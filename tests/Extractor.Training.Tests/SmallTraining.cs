using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Training.Forms;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;

namespace Extractor.Training.Tests;

/// <summary>A training on a few forms that the tests share: whole trainings take a minute.</summary>
internal static class SmallTraining
{
    public static IndicatorSchema Schema { get; } = FamilyCatalog.Load("cchc");

    public static TrainingOptions Options { get; } = new() { Seed = 3, SyntheticTables = 2 };

    public static ImmutableArray<LabelledForm> Shipped { get; } = FormReader.ReadShipped();

    public static TrainingData Data { get; } = new(
        Schema, [.. Shipped.Where(f => f.Name.StartsWith("xa-", StringComparison.Ordinal) || f.Name.StartsWith("phuong-", StringComparison.Ordinal))], []);

    private static readonly Lazy<TrainingResult> Result = new(() => ModelTrainer.Train(Data, Options));

    private static readonly Lazy<ConfidenceTraining> Weighed = new(
        () => ConfidenceTrainer.Train(Trained, ReviewedValues.None, ConfidenceModelFile.ReadEmbedded(), Options.Seed));

    public static TrainingResult Trained => Result.Value;

    public static ConfidenceTraining Confidence => Weighed.Value;
}
