using System.Numerics;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>
/// What an indicator can be, over all its wordings together: which values of a contrast any of them states, which of its children are narrower, and which
/// words it or those above it are ever called by. One wording silent about a thing must not hide that the others rule it out.
/// </summary>
internal sealed class IndicatorScope
{
    private const int BitsAWord = 64;
    private const float StrangeScale = 3;
    private const double EchoCost = 0.1;
    private readonly SchemaIndex _index;
    private readonly int _slots;
    private readonly ulong[] _stated;
    private readonly ulong[] _narrower;
    private readonly int _width;
    private readonly ulong[] _words;
    private readonly ulong[] _named;
    private readonly int[] _parents;

    // One bit a slot whose statement costs next to nothing: it hints at what another slot states.
    private readonly ulong _echoes;
    private readonly ulong _inheritable;

    /// <summary>Collects from the wordings of a schema.</summary>
    public IndicatorScope(SchemaIndex index)
    {
        _index = index;
        _slots = index.Contrasts.Contrasts.Length;
        _stated = new ulong[index.Facts.Length * _slots];
        _narrower = new ulong[index.Facts.Length * _slots];
        _named = new ulong[index.Facts.Length];
        _parents = [.. index.Facts.Select(f => f.Indicator.Parent is { } code ? index.IndexOf(code) : -1)];
        _echoes = Slots(index, contrast => (double)contrast.Extra < EchoCost);
        _inheritable = Slots(index, contrast => contrast.IsInherited);
        _width = (index.Coverage.Words + BitsAWord - 1) / BitsAWord;
        _words = new ulong[index.Facts.Length * _width];
        for (int indicator = 0; indicator < index.Facts.Length; indicator++)
        {
            ReadWordings(indicator);
            AddTo(_parents[indicator], indicator);
        }

        for (int indicator = 0; indicator < index.Facts.Length; indicator++)
        {
            AddWordsAbove(indicator);
        }
    }

    /// <summary>What it costs that a row itself states what no wording of an indicator ever does, where its name states another value.</summary>
    public float Conflict(int indicator, RowNode node)
    {
        float cost = 0;
        for (ulong slots = node.Stated & ~node.Inherited & _named[indicator]; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            cost += (_stated[(indicator * _slots) + slot] & node.Contrasts[slot]) == 0 ? (float)_index.Contrasts.Contrasts[slot].Conflict : 0;
        }

        return cost;
    }

    /// <summary>
    /// Whether a row stands under a value that an indicator's children do not know: below "cấp huyện" the figure that the schema has for all, for departments
    /// and for communes is none of them.
    /// </summary>
    public bool IsOutside(int indicator, RowNode node)
    {
        for (ulong slots = node.Stated & node.Inherited; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            ulong narrower = _narrower[(indicator * _slots) + slot];
            if (narrower != 0 && (narrower & node.Contrasts[slot]) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row itself states what one of an indicator's children adds to it, and whether it only hints at it: "cấp xã", "xã".</summary>
    public (bool IsSaid, bool IsHinted) Narrower(int indicator, RowNode node)
    {
        bool isHinted = false;
        for (ulong slots = node.Stated & ~node.Inherited; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            bool isNarrower = (_narrower[(indicator * _slots) + slot] & node.Contrasts[slot]) != 0;
            if (isNarrower && (_echoes >> slot & 1) == 0)
            {
                return (true, false);
            }

            isHinted |= isNarrower;
        }

        return (false, isHinted);
    }

    /// <summary>Whether a row itself states what an indicator adds to the one above it, so that it may say the rest as that one does.</summary>
    public bool IsSaidToNarrow(int parent, int child, RowNode node)
    {
        ReadOnlySpan<ulong> narrow = _index.NameContrasts(child);
        for (ulong slots = node.Stated & ~node.Inherited & ~_echoes; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            if ((_narrower[(parent * _slots) + slot] & narrow[slot] & node.Contrasts[slot]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it costs that neither a row nor those above it state what the name of an indicator does and rows above could.</summary>
    public float Unsaid(int indicator, RowNode node)
    {
        float cost = 0;
        for (ulong slots = _named[indicator] & _inheritable & ~node.Stated; slots != 0; slots &= slots - 1)
        {
            cost += (float)_index.Contrasts.Contrasts[BitOperations.TrailingZeroCount(slots)].Missing;
        }

        return cost;
    }

    /// <summary>Index of the indicator above; -1 at the top.</summary>
    public int ParentOf(int indicator) => _parents[indicator];

    /// <summary>How much of a label's words no wording of an indicator or of those above it has, rare words most; not a share, for one such word can be all that matters.</summary>
    public float Strange(int indicator, ReadOnlySpan<int> label)
    {
        WordCoverage coverage = _index.Coverage;
        ReadOnlySpan<ulong> known = _words.AsSpan(indicator * _width, _width);
        float strange = 0;
        foreach (int word in label)
        {
            strange += Knows(known, word) ? 0 : coverage.RarityOf(word);
        }

        return strange / (StrangeScale * coverage.UnknownRarity);
    }

    private static ulong Slots(SchemaIndex index, Func<IndicatorContrast, bool> isOne)
    {
        ulong slots = 0;
        for (int slot = 0; slot < index.Contrasts.Contrasts.Length; slot++)
        {
            slots |= isOne(index.Contrasts.Contrasts[slot]) ? 1UL << slot : 0;
        }

        return slots;
    }

    private bool Knows(ReadOnlySpan<ulong> known, int word)
    {
        if (word < _index.Coverage.Words)
        {
            return word >= 0 && (known[word / BitsAWord] >> (word % BitsAWord) & 1) != 0;
        }

        foreach (int alike in _index.Coverage.Alikes(word))
        {
            if ((known[alike / BitsAWord] >> (alike % BitsAWord) & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadWordings(int indicator)
    {
        (int first, int end) = _index.WordingTable.Of(indicator);
        ReadOnlySpan<ulong> name = _index.NameContrasts(indicator);
        for (int slot = 0; slot < _slots; slot++)
        {
            _named[indicator] |= name[slot] != 0 ? 1UL << slot : 0;
        }

        for (int w = first; w < end; w++)
        {
            for (int slot = 0; slot < _slots; slot++)
            {
                _stated[(indicator * _slots) + slot] |= _index.Wordings[w].Contrasts[slot];
            }

            foreach (int word in _index.Coverage.WordsOf(w))
            {
                _words[(indicator * _width) + (word / BitsAWord)] |= 1UL << (word % BitsAWord);
            }
        }
    }

    // A child of the same unit that states a value which its parent leaves open is the parent's figure for that value.
    private void AddTo(int parent, int child)
    {
        if (parent < 0 || _index.Facts[parent].UnitBit != _index.Facts[child].UnitBit)
        {
            return;
        }

        ReadOnlySpan<ulong> general = _index.NameContrasts(parent), narrow = _index.NameContrasts(child);
        for (int slot = 0; slot < _slots; slot++)
        {
            _narrower[(parent * _slots) + slot] |= general[slot] == 0 ? narrow[slot] : 0;
        }
    }

    // Parents stand before their children, so what they know is already of all above them.
    private void AddWordsAbove(int indicator)
    {
        int parent = _parents[indicator];
        for (int i = 0; i < _width && parent >= 0; i++)
        {
            _words[(indicator * _width) + i] |= _words[(parent * _width) + i];
        }
    }
}
