using System.Collections.Immutable;

namespace Extractor.Mapping.Heuristic;

/// <summary>What a statement of a row costs each statement of the wordings.</summary>
/// <param name="Each">The cost of each, with room for whole vectors.</param>
/// <param name="Least">The least of each indicator: in one half of its wordings that mean it wherever they stand, in the other of those that need its place.</param>
internal sealed record ContrastCosts(float[] Each, float[] Least)
{
    /// <summary>What a cost counts against the similarity of wordings.</summary>
    public const float Scale = 0.5f;

    /// <summary>Computes the costs.</summary>
    public static ContrastCosts Of(ImmutableArray<WordingStatement> statements, int half, Func<WordingStatement, float> cost)
    {
        float[] each = new float[FloatVectors.PaddedLength(statements.Length)];
        float[] least = new float[2 * half];
        Array.Fill(least, float.PositiveInfinity);
        for (int s = 0; s < statements.Length; s++)
        {
            each[s] = cost(statements[s]);
            ref float group = ref least[statements[s].Indicator + (statements[s].IsLocal ? half : 0)];
            group = Math.Min(group, each[s]);
        }

        return new ContrastCosts(each, least);
    }
}
