using System.Collections.Immutable;

namespace Extractor.Mapping.Heuristic;

/// <summary>The wordings of a schema by indicator and by what matters for comparing them.</summary>
internal sealed class WordingTable
{
    private readonly int[] _starts;
    private readonly bool[] _isLocal;
    private readonly bool[] _isSpecific;

    /// <summary>Lists wordings, those of one indicator side by side.</summary>
    public WordingTable(ImmutableArray<Wording> wordings, int indicators)
    {
        _isLocal = [.. wordings.Select(w => w.IsLocal)];
        _isSpecific = [.. wordings.Select(w => w.IsSpecific && !w.IsLocal)];
        _starts = new int[indicators + 1];
        for (int w = 0; w < wordings.Length; w++)
        {
            _starts[wordings[w].Indicator + 1] = w + 1;
        }

        for (int i = 0; i < indicators; i++)
        {
            _starts[i + 1] = Math.Max(_starts[i], _starts[i + 1]);
        }
    }

    /// <summary>Whether a wording only says what the indicator adds to its parent.</summary>
    public bool IsLocal(int wording) => _isLocal[wording];

    /// <summary>Whether a wording has enough words to mean its indicator wherever it stands.</summary>
    public bool IsSpecific(int wording) => _isSpecific[wording];

    /// <summary>The wordings of an indicator.</summary>
    public (int Start, int End) Of(int indicator) => (_starts[indicator], _starts[indicator + 1]);
}
