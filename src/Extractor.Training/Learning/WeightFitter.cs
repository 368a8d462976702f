using Extractor.Mapping.Learned;
using Extractor.Training.Fitting;

namespace Extractor.Training.Learning;

/// <summary>Fits the weights of both passes, the second on what the first makes of the same rows.</summary>
internal static class WeightFitter
{
    private const double Ridge = 1;

    /// <summary>Weights for these readings.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="start">Where the search starts; changes the time it takes, for there is one optimum.</param>
    public static MappingWeights Fit(IReadOnlyList<FormReading> readings, MappingWeights? start)
    {
        (float[] pairs, float[] none) = ChoiceModel.Fit(
            [.. readings.SelectMany(r => r.FirstCases())], PairFeature.Definitions, RowFeature.Definitions, Ridge, start is null ? null : [.. start.Pairs, .. start.None]);
        var first = new MappingWeights(pairs, none, [], []);
        (float[] relations, float[] relationsNone) = ChoiceModel.Fit(
            [.. readings.Where(r => r.SecondWeight > 0).SelectMany(r => r.SecondCases(first))], RelationFeature.Definitions, NoneRelationFeature.Definitions, Ridge,
            start is null ? null : [.. start.Relations, .. start.RelationsNone]);
        return first with { Relations = relations, RelationsNone = relationsNone };
    }
}
