using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>How near each indicator stands below each other one, from the parents, the codes and the order of the form.</summary>
internal static class IndicatorRelations
{
    private const float Child = 1;
    private const float Descendant = 0.8f;
    private const float Sibling = 0.6f;
    private const float SameGroup = 0.5f;
    private const float SameSubject = 0.3f;

    // A heading row can bear the name and the figure of a row below it.
    private const float Itself = 0.5f;

    /// <summary>A matrix, row by row: the indicators below each indicator.</summary>
    /// <param name="facts">The indicators.</param>
    /// <param name="width">Length of a row.</param>
    public static float[] Between(ImmutableArray<IndicatorFacts> facts, int width)
    {
        float[] relations = new float[facts.Length * width];
        for (int above = 0; above < facts.Length; above++)
        {
            int end = facts[above].Indicator.Parent is null && facts[above].Path.Length == 1 ? EndOfSection(facts, above) : above;
            for (int below = 0; below < facts.Length; below++)
            {
                // The form's order puts subjects of their own inside a section.
                float relation = above == below ? Itself : Between(facts[above], facts[below]);
                bool isInside = relation == 0 && below > above && below < end;
                relations[(above * width) + below] = !isInside ? relation
                    : facts[below].Indicator.Parent is null ? Descendant
                    : SameGroup;
            }
        }

        return relations;
    }

    private static float Between(IndicatorFacts above, IndicatorFacts below)
    {
        if (below.Indicator.Parent == above.Indicator.Code)
        {
            return Child;
        }

        int shared = 0;
        while (shared < above.Path.Length && shared < below.Path.Length && above.Path[shared] == below.Path[shared])
        {
            shared++;
        }

        // Forms group rows under a rate or a first sibling as well as under the heading.
        return shared == above.Path.Length ? Descendant
            : below.Indicator.Parent is not null && below.Indicator.Parent == above.Indicator.Parent ? Sibling
            : shared > 1 ? SameGroup
            : shared == 1 ? SameSubject
            : 0;
    }

    // From a section's heading to the next section behind the last indicator of its subject.
    private static int EndOfSection(ImmutableArray<IndicatorFacts> facts, int section)
    {
        int end = section;
        for (int i = section; i < facts.Length; i++)
        {
            end = facts[i].Path[0] == facts[section].Path[0] ? i + 1 : end;
        }

        while (end < facts.Length && facts[end].Indicator is not { Parent: null, Kind: ValueKind.Heading })
        {
            end++;
        }

        return end;
    }
}
