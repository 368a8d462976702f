using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>Reads which contrasts of the schema a label states: on time or late, partly or end to end, district or commune.</summary>
internal sealed class ContrastReader
{
    /// <summary>Value of phrases that look like a statement and are none ("họp trực tuyến" is no channel), or that rule one out.</summary>
    private const string NoValue = "-";

    /// <summary>Mark of phrases that state a value only where a form pairs them with those of another value.</summary>
    private const char BareMark = '~';

    private readonly SlotList _slots;
    private readonly SlotList _bareSlots;

    /// <summary>Prepares the phrases of a schema.</summary>
    public ContrastReader(ImmutableArray<IndicatorContrast> contrasts, SynonymFolder synonyms)
    {
        Contrasts = contrasts;
        Bare = [.. contrasts.SelectMany((c, slot) => BareOf(c, slot)).OrderByDescending(b => b.Key.Length).ThenBy(b => b.Key, StringComparer.Ordinal)];
        _slots = new SlotList([.. contrasts.Select(c => Slot.Of(c, phrase => synonyms.Fold(MatchKey.Of(phrase))))]);
        _bareSlots = new SlotList([.. contrasts.Select(c => Slot.Of(c, phrase => VietnameseLetters.WithoutDiacritics(synonyms.Fold(MatchKey.Of(phrase)))))]);
    }

    /// <summary>The contrasts in the order of the slots.</summary>
    public ImmutableArray<IndicatorContrast> Contrasts { get; }

    /// <summary>Words that state a value where a form pairs them, longest first.</summary>
    public ImmutableArray<BarePhrase> Bare { get; }

    /// <summary>Reads a label.</summary>
    /// <param name="main">Key of its main part.</param>
    /// <param name="aside">Key of what stands in brackets; says only what the main part leaves open.</param>
    /// <param name="values">Receives the values by slot.</param>
    /// <returns>One bit a slot that only the brackets state.</returns>
    public ulong Read(string main, string aside, Span<ulong> values)
    {
        ulong fromAside = 0;
        values.Clear();
        // A label typed without any accent is compared without accents; otherwise that would confuse "sở" with "số".
        SlotList mainSlots = Ascii.IsValid(main) ? _bareSlots : _slots;
        SlotList asideSlots = Ascii.IsValid(aside) ? _bareSlots : _slots;
        ulong inMain = mainSlots.Touched(main), inAside = aside.Length == 0 ? 0 : asideSlots.Touched(aside);
        string mainText = inMain == 0 ? "" : $" {main} ", asideText = inAside == 0 ? "" : $" {aside} ";
        for (ulong touched = inMain | inAside; touched != 0; touched &= touched - 1)
        {
            int slot = BitOperations.TrailingZeroCount(touched);
            bool isSettled = false;
            values[slot] = (inMain >> slot & 1) != 0 ? mainSlots[slot].Read(mainText, out isSettled) : 0;
            if (values[slot] == 0 && !isSettled && (inAside >> slot & 1) != 0)
            {
                values[slot] = asideSlots[slot].Read(asideText, out _);
                fromAside |= values[slot] != 0 ? 1UL << slot : 0;
            }
        }

        return fromAside;
    }

    private static IEnumerable<BarePhrase> BareOf(IndicatorContrast contrast, int slot)
    {
        List<string> values = ValuesOf(contrast);
        return contrast.Phrases.Where(p => p.Phrase.StartsWith(BareMark))
            .Select(p => new BarePhrase(MatchKey.Of(p.Phrase[1..]), slot, 1UL << values.IndexOf(p.Value)));
    }

    // Values are numbered as they first occur.
    private static List<string> ValuesOf(IndicatorContrast contrast) => [.. contrast.Phrases.Select(p => p.Value).Where(v => v != NoValue).Distinct(StringComparer.Ordinal)];

    // Most labels have no word that any phrase of most slots starts with.
    private sealed class SlotList
    {
        private readonly Slot[] _slots;
        private readonly Dictionary<string, ulong> _byFirstWord = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        public SlotList(Slot[] slots)
        {
            _slots = slots;
            _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int slot = 0; slot < slots.Length; slot++)
            {
                foreach (string phrase in slots[slot].Phrases.Select(p => p.Phrase).Concat(slots[slot].Neutral.Select(p => p.Phrase)))
                {
                    string first = phrase.TrimStart().Split(' ')[0];
                    _byFirstWord[first] = _byFirstWord.GetValueOrDefault(first) | (1UL << slot);
                }
            }
        }

        public Slot this[int slot] => _slots[slot];

        // One bit a slot that a text may say something about.
        public ulong Touched(ReadOnlySpan<char> text)
        {
            ulong touched = 0;
            foreach (Range word in text.Split(' '))
            {
                touched |= _lookup.TryGetValue(text[word], out ulong slots) ? slots : 0;
            }

            return touched;
        }
    }

    private sealed record Slot((string Phrase, ulong Value)[] Phrases, (string Phrase, bool AtStart)[] Neutral)
    {
        public static Slot Of(IndicatorContrast contrast, Func<string, string> keyOf)
        {
            List<string> values = ValuesOf(contrast);
            var phrases = new List<(string, ulong)>();
            var neutral = new List<(string, bool)>();
            foreach (ContrastPhrase phrase in contrast.Phrases.Where(p => !p.Phrase.StartsWith(BareMark)))
            {
                string key = $" {keyOf(phrase.Phrase.TrimStart('^'))} ";
                if (phrase.Value == NoValue)
                {
                    neutral.Add((key, phrase.Phrase.StartsWith('^')));
                    continue;
                }

                phrases.Add((key, 1UL << values.IndexOf(phrase.Value)));
            }

            return new Slot([.. phrases], [.. neutral]);
        }

        public ulong Read(string text, out bool isSettled)
        {
            isSettled = false;
            foreach ((string phrase, bool atStart) in Neutral)
            {
                if (atStart)
                {
                    isSettled |= text.StartsWith(phrase, StringComparison.Ordinal);
                }
                else if (text.Contains(phrase, StringComparison.Ordinal))
                {
                    text = text.Replace(phrase, " # ", StringComparison.Ordinal);
                }
            }

            ulong found = 0;
            foreach ((string phrase, ulong value) in Phrases)
            {
                if (text.Contains(phrase, StringComparison.Ordinal))
                {
                    found |= value;
                }
            }

            return found;
        }
    }
}
