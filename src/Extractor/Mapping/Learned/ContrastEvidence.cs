using System.Numerics;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Reads how the contrasts that a row states go with those of the wordings, once for all wordings of an indicator that state the same. One instance a
/// report: it keeps buffers.
/// </summary>
/// <param name="index">The schema.</param>
/// <param name="told">One bit a slot of which the report states several values.</param>
internal sealed class ContrastEvidence(SchemaIndex index, ulong told)
{
    // Conflict, extra, missing, weak conflict, narrowed, agreement.
    private const int Features = 6;

    private readonly float[] _costs = new float[index.Statements.All.Length];
    private readonly float[] _features = new float[index.Statements.All.Length * Features];
    private readonly RowNode?[] _readFor = new RowNode?[index.Statements.All.Length];

    /// <summary>What a statement of wordings costs a row.</summary>
    public float CostOf(int statement, RowNode node)
    {
        if (!ReferenceEquals(_readFor[statement], node))
        {
            _readFor[statement] = node;
            Span<float> features = _features.AsSpan(statement * Features, Features);
            features.Clear();
            _costs[statement] = Read(node, index.Statements.All[statement], features);
        }

        return _costs[statement];
    }

    /// <summary>The features of a statement that was read last: conflict, extra, missing, weak conflict, narrowed, agreement.</summary>
    public ReadOnlySpan<float> FeaturesOf(int statement) => _features.AsSpan(statement * Features, Features);

    private float Read(RowNode node, WordingStatement wording, Span<float> costs)
    {
        float sum = 0;
        for (ulong slots = node.Stated | wording.Stated; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            IndicatorContrast contrast = index.Contrasts.Contrasts[slot];
            ulong said = node.Contrasts[slot], meant = wording.Contrasts[slot];
            bool isAside = (node.Aside >> slot & 1) != 0;
            bool isFromAbove = ((node.Inherited | wording.Inherited) >> slot & 1) != 0;
            float scale = isAside || isFromAbove ? 0.5f : 1;
            float cost;
            int kind;
            if (said == meant)
            {
                costs[5] += scale;
                continue;
            }

            if (meant == 0 && isFromAbove && BitOperations.IsPow2(said)
                && (index.RefinementsOf(wording.Indicator)[slot] & said) != 0 && (told >> slot & 1) != 0)
            {
                (kind, cost) = (4, (float)contrast.Conflict);
            }
            else if (said == 0)
            {
                (kind, cost) = (2, scale * (float)contrast.Missing);
            }
            else if (meant == 0)
            {
                (kind, cost) = (1, isAside ? 0 : scale * (float)contrast.Extra);
            }
            else if ((said & meant) == 0)
            {
                (kind, cost) = (scale < 1 ? 3 : 0, (float)contrast.Conflict);
            }
            else
            {
                (kind, cost) = (3, 0.5f * (float)contrast.Conflict);
            }

            costs[kind] += cost;
            sum += cost;
        }

        return sum;
    }
}
