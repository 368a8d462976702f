namespace Extractor.Mapping.Learned;

/// <summary>Weights of a fitted model; the same for every family, for no feature names an indicator.</summary>
/// <param name="Pairs">Weights of <see cref="PairFeature"/>.</param>
/// <param name="None">Weights of <see cref="RowFeature"/>.</param>
/// <param name="Relations">Weights of <see cref="RelationFeature"/>.</param>
/// <param name="RelationsNone">Weights of <see cref="NoneRelationFeature"/>.</param>
internal sealed record MappingWeights(float[] Pairs, float[] None, float[] Relations, float[] RelationsNone);
