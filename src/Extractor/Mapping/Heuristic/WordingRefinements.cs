using System.Collections.Immutable;
using System.Numerics;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Finds the wordings that other indicators only make narrower: "Số hồ sơ đã giải quyết" and the same "do UBND cấp xã tiếp nhận". Below a row that states
/// the narrowing, the short label means the narrow indicator.
/// </summary>
internal static class WordingRefinements
{
    private const double WordsRepeated = 0.75;
    private const double EchoCost = 0.1;

    /// <summary>Sets the refinements of every wording that has some.</summary>
    public static void Find(ImmutableArray<Wording> wordings, ImmutableArray<IndicatorContrast> contrasts)
    {
        // A slot that costs next to nothing to state only echoes another one ("cấp xã" is a level and a place) and narrows nothing.
        ulong inheritable = 0, echoes = 0;
        for (int slot = 0; slot < contrasts.Length; slot++)
        {
            inheritable |= contrasts[slot].IsInherited ? 1UL << slot : 0;
            echoes |= (double)contrasts[slot].Extra < EchoCost ? 1UL << slot : 0;
        }

        // Of all wordings only those that state one slot more can be narrower.
        ILookup<ulong, Wording> byStated = wordings.Where(w => !w.IsLocal).ToLookup(w => w.Stated & ~echoes);
        var words = new RepeatedWords();
        foreach (Wording general in wordings)
        {
            for (ulong slots = general.IsLocal ? 0 : inheritable & ~echoes & ~general.Stated; slots != 0; slots &= slots - 1)
            {
                int slot = BitOperations.TrailingZeroCount(slots);
                foreach (Wording narrow in byStated[(general.Stated & ~echoes) | (1UL << slot)])
                {
                    bool isKnown = general.Refinements is { Length: > 0 } found && (narrow.Contrasts[slot] & ~found[slot]) == 0;
                    if (!isKnown && Narrows(general, narrow) && words.Share(general.Key, narrow.Key) >= WordsRepeated)
                    {
                        ulong[] refinements = general.Refinements is { Length: > 0 } known ? known : new ulong[contrasts.Length];
                        refinements[slot] |= narrow.Contrasts[slot];
                        general.Refinements = refinements;
                    }
                }
            }
        }
    }

    /// <summary>By indicator and slot, the values that make some wording of it mean another indicator.</summary>
    public static ulong[][] ByIndicator(ImmutableArray<Wording> wordings, int indicators, int slots)
    {
        ulong[][] all = [.. Enumerable.Range(0, indicators).Select(_ => new ulong[slots])];
        foreach (Wording wording in wordings)
        {
            for (int slot = 0; slot < wording.Refinements.Length; slot++)
            {
                all[wording.Indicator][slot] |= wording.Refinements[slot];
            }
        }

        return all;
    }

    private static bool Narrows(Wording general, Wording narrow)
    {
        bool narrows = general.Indicator != narrow.Indicator;
        for (ulong slots = general.Stated; narrows && slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            narrows = general.Contrasts[slot] == narrow.Contrasts[slot];
        }

        return narrows;
    }

    // Words as numbers: nearly every wording is compared with hundreds.
    private sealed class RepeatedWords
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int[]> _wordsOf = new(StringComparer.Ordinal);
        private readonly List<bool> _isSaid = [];

        /// <summary>How much of a text another one repeats, by words.</summary>
        public double Share(string text, string other)
        {
            int[] words = WordsOf(text), said = WordsOf(other);
            foreach (int word in said)
            {
                _isSaid[word] = true;
            }

            int repeated = 0;
            foreach (int word in words)
            {
                repeated += _isSaid[word] ? 1 : 0;
            }

            foreach (int word in said)
            {
                _isSaid[word] = false;
            }

            return (double)repeated / words.Length;
        }

        private int[] WordsOf(string text)
        {
            if (_wordsOf.TryGetValue(text, out int[]? words))
            {
                return words;
            }

            string[] parts = text.Split(' ');
            words = new int[parts.Length];
            for (int w = 0; w < parts.Length; w++)
            {
                if (!_numbers.TryGetValue(parts[w], out words[w]))
                {
                    _numbers[parts[w]] = words[w] = _isSaid.Count;
                    _isSaid.Add(false);
                }
            }

            return _wordsOf[text] = words;
        }
    }
}
