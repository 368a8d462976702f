using System.Collections.Immutable;

namespace Extractor.Mapping.Heuristic;

/// <summary>What wordings of an indicator state of the contrasts, for all that state the same.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="IsLocal">Whether the wordings only say what the indicator adds to its parent.</param>
/// <param name="Contrasts">Contrast values, by slot.</param>
/// <param name="Stated">One bit a slot that has a value.</param>
/// <param name="Inherited">One bit a slot whose value only the parent's name states.</param>
/// <param name="Refinements">By slot, the values of other indicators that say the same but for this slot; empty if there are none.</param>
internal sealed record WordingStatement(int Indicator, bool IsLocal, ulong[] Contrasts, ulong Stated, ulong Inherited, ulong[] Refinements)
{
    /// <summary>The statement of a wording.</summary>
    public static WordingStatement Of(Wording wording) =>
        new(wording.Indicator, wording.IsLocal, wording.Contrasts, wording.Stated, wording.Inherited, wording.Refinements);

    /// <summary>Whether a wording states the same.</summary>
    public bool IsOf(Wording wording) =>
        Indicator == wording.Indicator && IsLocal == wording.IsLocal && Stated == wording.Stated && Inherited == wording.Inherited
        && Contrasts.AsSpan().SequenceEqual(wording.Contrasts) && Refinements.AsSpan().SequenceEqual(wording.Refinements);
}

/// <summary>The different statements of a schema's wordings: an indicator has many wordings and few statements.</summary>
internal sealed class WordingStatements
{
    private readonly int[] _of;

    /// <summary>Collects the statements of wordings, those of one indicator side by side.</summary>
    public WordingStatements(ImmutableArray<Wording> wordings)
    {
        var all = ImmutableArray.CreateBuilder<WordingStatement>();
        _of = new int[wordings.Length];
        for (int w = 0; w < wordings.Length; w++)
        {
            int same = all.Count - 1;
            while (same >= 0 && all[same].Indicator == wordings[w].Indicator && !all[same].IsOf(wordings[w]))
            {
                same--;
            }

            if (same < 0 || all[same].Indicator != wordings[w].Indicator)
            {
                same = all.Count;
                all.Add(WordingStatement.Of(wordings[w]));
            }

            _of[w] = same;
        }

        All = all.ToImmutable();
    }

    /// <summary>The statements, those of one indicator side by side.</summary>
    public ImmutableArray<WordingStatement> All { get; }

    /// <summary>Index of a wording's statement.</summary>
    public int Of(int wording) => _of[wording];
}
