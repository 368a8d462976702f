using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Mapping.Heuristic;

/// <summary>Sums over lists of one figure a wording or an indicator, several figures at a time.</summary>
internal static class FloatVectors
{
    /// <summary>The length with room for whole vectors.</summary>
    public static int PaddedLength(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>A list as whole vectors; its length must be a padded one.</summary>
    public static Span<Vector<float>> Wide(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);

    /// <summary>Adds a list, scaled, to another of the same padded length.</summary>
    public static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> sum)
    {
        ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(values);
        Span<Vector<float>> wideSum = Wide(sum)[..wide.Length];
        var wideScale = new Vector<float>(scale);
        for (int i = 0; i < wide.Length; i++)
        {
            wideSum[i] += wideScale * wide[i];
        }
    }
}
