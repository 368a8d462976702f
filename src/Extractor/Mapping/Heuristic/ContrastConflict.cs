using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// What it costs that a row and a wording state different contrasts: on time or late, district or commune. What a statement of a row costs each statement
/// of the wordings is computed once and kept, for all threads and reports.
/// </summary>
internal sealed class ContrastConflict
{
    private const float Narrowing = 0.8f;
    private const float FromElsewhere = 0.5f;

    // Far more than reports state; a text made to state every combination only loses time.
    private const int MostStatementsKept = 1024;

    private readonly ImmutableArray<IndicatorContrast> _contrasts;
    private readonly ImmutableArray<WordingStatement> _statements;
    private readonly int _half;
    private readonly ContrastCosts _unsaid;
    private readonly ConcurrentDictionary<Statement, ContrastCosts> _costs = new();

    /// <summary>Prepares the wordings of a schema.</summary>
    /// <param name="contrasts">The contrasts.</param>
    /// <param name="statements">What the wordings state.</param>
    /// <param name="half">Length of one half of the least costs.</param>
    public ContrastConflict(ImmutableArray<IndicatorContrast> contrasts, ImmutableArray<WordingStatement> statements, int half)
    {
        _contrasts = contrasts;
        _statements = statements;
        _half = half;
        _unsaid = ContrastCosts.Of(statements, half, UnsaidOf);
    }

    /// <summary>Lists what a row's contrasts cost: that nothing is stated, and what each of its statements costs beyond that.</summary>
    /// <param name="node">The row.</param>
    /// <param name="told">One bit a slot of which the report states several values.</param>
    /// <param name="costs">Receives the costs; their sum is the whole.</param>
    public void Read(RowNode node, ulong told, List<ContrastCosts> costs)
    {
        costs.Clear();
        costs.Add(_unsaid);
        for (ulong slots = node.Stated; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            ulong bit = 1UL << slot;
            var statement = new Statement(slot, node.Contrasts[slot], (node.Aside & bit) != 0, (node.Inherited & bit) != 0, (told & bit) != 0);
            if (!_costs.TryGetValue(statement, out ContrastCosts? known))
            {
                known = ContrastCosts.Of(_statements, _half, wording => Cost(statement, wording) - UnsaidOf(statement.Slot, wording));
                if (_costs.Count < MostStatementsKept)
                {
                    _costs[statement] = known;
                }
            }

            costs.Add(known);
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

    private float UnsaidOf(WordingStatement wording)
    {
        float unsaid = 0;
        for (int slot = 0; slot < _contrasts.Length; slot++)
        {
            unsaid += UnsaidOf(slot, wording);
        }

        return unsaid;
    }

    private float UnsaidOf(int slot, WordingStatement wording) =>
        wording.Contrasts[slot] == 0 ? 0
            : (float)_contrasts[slot].Missing * ((wording.Inherited >> slot & 1) != 0 ? FromElsewhere : 1);

    private float Cost(Statement statement, WordingStatement wording)
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
