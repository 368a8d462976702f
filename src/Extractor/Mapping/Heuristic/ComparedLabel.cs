using System.Numerics;

namespace Extractor.Mapping.Heuristic;

/// <summary>How a label is compared with wordings.</summary>
/// <param name="Scales">One by the lengths of its vectors: main part, whole text, with those above it; 0 for one it has not.</param>
/// <param name="HasPlace">Whether it stands below another one.</param>
/// <param name="Exactness">What it gains by saying all of a name.</param>
internal readonly record struct ComparedLabel(Vector4 Scales, bool HasPlace, float Exactness);
