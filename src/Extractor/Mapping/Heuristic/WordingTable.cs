using System.Collections.Immutable;

namespace Extractor.Mapping.Heuristic;

/// <summary>The wordings of a schema by column, so that a label is compared with several at a time.</summary>
internal sealed class WordingTable
{
    private const int Yes = -1;

    private readonly int[] _starts;

    /// <summary>Lists wordings, those of one indicator side by side.</summary>
    public WordingTable(ImmutableArray<Wording> wordings, int indicators)
    {
        Length = FloatVectors.PaddedLength(wordings.Length);
        Locals = [.. Enumerable.Range(0, wordings.Length).Where(w => wordings[w].IsLocal)];
        LocalMask = new int[Length];
        SpecificMask = new int[Length];
        _starts = new int[indicators + 1];
        for (int w = 0; w < wordings.Length; w++)
        {
            LocalMask[w] = wordings[w].IsLocal ? Yes : 0;
            SpecificMask[w] = wordings[w].IsSpecific && !wordings[w].IsLocal ? Yes : 0;
            _starts[wordings[w].Indicator + 1] = w + 1;
        }

        for (int i = 0; i < indicators; i++)
        {
            _starts[i + 1] = Math.Max(_starts[i], _starts[i + 1]);
        }
    }

    /// <summary>Length of each column.</summary>
    public int Length { get; }

    /// <summary>Wordings that only say what the indicator adds to its parent.</summary>
    public ImmutableArray<int> Locals { get; }

    /// <summary>All bits set for those.</summary>
    public int[] LocalMask { get; }

    /// <summary>All bits set for wordings that mean their indicator wherever they stand.</summary>
    public int[] SpecificMask { get; }

    /// <summary>The wordings of an indicator.</summary>
    public (int Start, int End) Of(int indicator) => (_starts[indicator], _starts[indicator + 1]);
}
