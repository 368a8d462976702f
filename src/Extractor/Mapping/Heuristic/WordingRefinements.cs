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

    /// <summary>Sets the refinements of every wording that has some.</summary>
    public static void Find(ImmutableArray<Wording> wordings, ImmutableArray<IndicatorContrast> contrasts)
    {
        ulong inheritable = 0;
        for (int slot = 0; slot < contrasts.Length; slot++)
        {
            inheritable |= contrasts[slot].IsInherited ? 1UL << slot : 0;
        }

        string[][] words = [.. wordings.Select(w => w.Key.Split(' '))];
        for (int general = 0; general < wordings.Length; general++)
        {
            for (int narrow = 0; narrow < wordings.Length; narrow++)
            {
                ulong added = wordings[narrow].Stated & ~wordings[general].Stated;
                if (BitOperations.IsPow2(added) && (added & inheritable) != 0 && Narrows(wordings[general], wordings[narrow])
                    && Repeats(words[general], words[narrow]))
                {
                    int slot = BitOperations.TrailingZeroCount(added);
                    ulong[] refinements = wordings[general].Refinements is { Length: > 0 } known ? known : new ulong[contrasts.Length];
                    refinements[slot] |= wordings[narrow].Contrasts[slot];
                    wordings[general].Refinements = refinements;
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
        bool narrows = general.Indicator != narrow.Indicator && !general.IsLocal && !narrow.IsLocal && (general.Stated & ~narrow.Stated) == 0;
        for (ulong slots = general.Stated; narrows && slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            narrows = general.Contrasts[slot] == narrow.Contrasts[slot];
        }

        return narrows;
    }

    private static bool Repeats(string[] general, string[] narrow)
    {
        int repeated = 0;
        foreach (string word in general)
        {
            repeated += Array.IndexOf(narrow, word) >= 0 ? 1 : 0;
        }

        return repeated >= WordsRepeated * general.Length;
    }
}
