using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Mapping.Learned;

/// <summary>The weighted sum that both passes score with.</summary>
internal static class LinearScore
{
    /// <summary>Sum of features times weights.</summary>
    public static float Of(ReadOnlySpan<float> features, ReadOnlySpan<float> weights)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(features);
        ReadOnlySpan<Vector<float>> wideWeights = MemoryMarshal.Cast<float, Vector<float>>(weights)[..wide.Length];
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < wide.Length; i++)
        {
            sums += wide[i] * wideWeights[i];
        }

        float sum = Vector.Sum(sums);
        for (int i = wide.Length * Vector<float>.Count; i < features.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return sum;
    }
}
