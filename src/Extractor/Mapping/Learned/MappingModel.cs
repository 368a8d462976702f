using System.Collections.Immutable;

namespace Extractor.Mapping.Learned;

/// <summary>A fitted mapper: weights, calibration and what reviewed forms taught. Never changes, so threads share it.</summary>
internal sealed record MappingModel
{
    /// <summary>Version of the features this program computes. Changes whenever a feature is added, dropped or computed another way.</summary>
    public const int CurrentFeatureVersion = 7;

    /// <summary>Version of the features the weights belong to.</summary>
    public required int FeatureVersion { get; init; }

    /// <summary>Seed of the synthetic tables.</summary>
    public required int Seed { get; init; }

    /// <summary>SHA-256 over the labelled forms and the schema that the model was fitted on.</summary>
    public required string TrainingData { get; init; }

    /// <summary>Weights of the evidence.</summary>
    public required MappingWeights Weights { get; init; }

    /// <summary>Weights of the signals that make a confidence.</summary>
    public required MappingCalibration Calibration { get; init; }

    /// <summary>What a model that had seen nothing of a form made of it, for each form.</summary>
    public required ImmutableArray<HeldOutForm> HeldOut { get; init; }

    /// <summary>What was learned of each family, by its name.</summary>
    public required IReadOnlyDictionary<string, FamilyMemory> Families { get; init; }

    /// <summary>What was learned of a family; nothing for one the model has not seen.</summary>
    public FamilyMemory MemoryOf(string family) => Families.GetValueOrDefault(family, FamilyMemory.Empty);
}

/// <summary>Weights of <see cref="ChoiceSignal"/> for rows taken for an indicator and for rows taken for none.</summary>
internal sealed record MappingCalibration(float[] OfIndicator, float[] OfNone);

/// <summary>What reviewed forms taught about one family.</summary>
/// <param name="Wordings">Labels they print.</param>
/// <param name="Foreign">Rows they print that are none of the schema.</param>
/// <param name="Forms">The forms themselves.</param>
internal sealed record FamilyMemory(ImmutableArray<LearnedWording> Wordings, ImmutableArray<ForeignWording> Foreign, ImmutableArray<RememberedForm> Forms)
{
    /// <summary>Nothing learned.</summary>
    public static FamilyMemory Empty { get; } = new([], [], []);
}

/// <summary>How many rows of a form were right in a model that had seen nothing of the form.</summary>
internal sealed record HeldOutForm(string Form, int Rows, int Right);
