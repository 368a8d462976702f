using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Training.Forms;
using Extractor.Training.Learning;

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

    public static TrainingResult Trained => Result.Value;
}
