using System.Collections.Immutable;
using Extractor.Mapping.Learned;

namespace Extractor.Tests.Mapping;

/// <summary>The model inside the program, with and without what it knows of the forms it was trained on.</summary>
internal static class ShippedModel
{
    public static MappingModel Model { get; } = MappingModelFile.ReadEmbedded();

    public static LearnedRowMapper Mapper { get; } = new(Model);

    /// <summary>Weights alone: neither wordings nor remembered forms.</summary>
    public static LearnedRowMapper UnknowingMapper { get; } = new(Model with { Families = ImmutableDictionary<string, FamilyMemory>.Empty });
}
