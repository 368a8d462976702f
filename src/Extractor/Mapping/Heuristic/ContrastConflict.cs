using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// What it costs that a row and a wording state different contrasts: on time or late, district or commune. What a statement costs each wording is
/// computed once and kept, for all threads and reports.
/// </summary>
internal sealed class ContrastConflict
{
    private const float CostScale = 0.5f;
    private const float Narrowing = 0.8f;
    private const float FromElsewhere = 0.5f;

    // Far more than reports state; a text made to state every combination only loses time.
    private const int MostStatementsKept = 1024;

    private readonly ImmutableArray<IndicatorContrast> _contrasts;
    private readonly ImmutableArray<Wording> _wordings;
    private readonly int _length;
    private readonly float[] _unsaid;
    private readonly ConcurrentDictionary<Statement, float[]> _costs = new();

    /// <summary>Prepares the wordings of a schema.</summary>
    public ContrastConflict(ImmutableArray<IndicatorContrast> contrasts, ImmutableArray<Wording> wordings)
    {
        _contrasts = contrasts;
        _wordings = wordings;
        _length = FloatVectors.PaddedLength(wordings.Length);
        _unsaid = new float[_length];
        for (int w = 0; w < wordings.Length; w++)
        {
            for (int slot = 0; slot < contrasts.Length; slot++)
            {
                _unsaid[w] += Unsaid(slot, wordings[w]);
            }
        }
    }

    /// <summary>Subtracts the cost from what the words of a row speak for each wording.</summary>
    /// <param name="node">The row.</param>
    /// <param name="told">One bit a slot of which the report states several values.</param>
    /// <param name="similarities">One a wording.</param>
    public void Subtract(RowNode node, ulong told, Span<float> similarities)
    {
        FloatVectors.AddScaled(_unsaid, -CostScale, similarities);
        for (ulong slots = node.Stated; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            ulong bit = 1UL << slot;
            var statement = new Statement(slot, node.Contrasts[slot], (node.Aside & bit) != 0, (node.Inherited & bit) != 0, (told & bit) != 0);
            if (!_costs.TryGetValue(statement, out float[]? costs))
            {
                costs = Costs(statement);
                if (_costs.Count < MostStatementsKept)
                {
                    _costs[statement] = costs;
                }
            }

            FloatVectors.AddScaled(costs, -CostScale, similarities);
        }
    }

    /// <summary>One bit a slot of which rows state several values: in a commune's report "cấp xã" narrows nothing.</summary>
    public static ulong ToldApart(List<RowNode> nodes, int slots)
    {
        ulong told = 0;
        for (int slot = 0; slot < slots; slot++)
        {
            ulong values = 0;
            foreach (RowNode node in nodes)
            {
                values |= node.Contrasts[slot];
            }

            told |= BitOperations.PopCount(values) > 1 ? 1UL << slot : 0;
        }

        return told;
    }

    // Beyond what it costs each wording that nothing is stated.
    private float[] Costs(Statement statement)
    {
        float[] costs = new float[_length];
        for (int w = 0; w < _wordings.Length; w++)
        {
            costs[w] = Cost(statement, _wordings[w]) - Unsaid(statement.Slot, _wordings[w]);
        }

        return costs;
    }

    private float Unsaid(int slot, Wording wording) =>
        wording.Contrasts[slot] == 0 ? 0
            : (float)_contrasts[slot].Missing * ((wording.Inherited >> slot & 1) != 0 ? FromElsewhere : 1);

    private float Cost(Statement statement, Wording wording)
    {
        int slot = statement.Slot;
        IndicatorContrast contrast = _contrasts[slot];
        ulong said = statement.Value, meant = wording.Contrasts[slot];
        bool isFromAbove = statement.IsInherited || (wording.Inherited >> slot & 1) != 0;
        if (said == meant)
        {
            return 0;
        }

        if (meant == 0 && isFromAbove && statement.IsTold && BitOperations.IsPow2(said) && wording.Refinements.Length > 0
            && (wording.Refinements[slot] & said) != 0)
        {
            // The place narrows the label to another indicator.
            return Narrowing * (float)contrast.Conflict;
        }

        // Brackets explain: what they state beyond the indicator's name says nothing against it.
        double cost = meant == 0 ? (statement.IsAside ? 0 : contrast.Extra)
            : (said & meant) == 0 ? contrast.Conflict
            : 0.35 * contrast.Conflict;
        return (float)cost * (statement.IsAside || isFromAbove ? FromElsewhere : 1);
    }

    private readonly record struct Statement(int Slot, ulong Value, bool IsAside, bool IsInherited, bool IsTold);
}
