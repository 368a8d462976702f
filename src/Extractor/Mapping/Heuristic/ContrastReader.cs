using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>Reads which contrasts of the schema a label states: on time or late, partly or end to end, district or commune.</summary>
internal sealed class ContrastReader
{
    private readonly (string Phrase, int Slot, ulong Value)[] _phrases;
    private readonly (string Phrase, int Slot, ulong Value)[] _foldedPhrases;

    /// <summary>Prepares the phrases of a schema.</summary>
    public ContrastReader(ImmutableArray<IndicatorContrast> contrasts)
    {
        Contrasts = contrasts;
        var phrases = new List<(string, int, ulong)>();
        var folded = new List<(string, int, ulong)>();
        for (int slot = 0; slot < contrasts.Length; slot++)
        {
            var values = new List<string>();
            foreach (ContrastPhrase phrase in contrasts[slot].Phrases)
            {
                if (!values.Contains(phrase.Value, StringComparer.Ordinal))
                {
                    values.Add(phrase.Value);
                }

                ulong bit = 1UL << (values.IndexOf(phrase.Value) & 63);
                phrases.Add(($" {MatchKey.Of(phrase.Phrase)} ", slot, bit));
                folded.Add(($" {MatchKey.Folded(phrase.Phrase)} ", slot, bit));
            }
        }

        _phrases = [.. phrases];
        _foldedPhrases = [.. folded];
    }

    /// <summary>The contrasts in the order of the slots.</summary>
    public ImmutableArray<IndicatorContrast> Contrasts { get; }

    /// <summary>Sets the values a key states; slots with a value already keep it.</summary>
    public void Read(string key, Span<ulong> values)
    {
        if (key.Length == 0)
        {
            return;
        }

        string padded = $" {key} ";
        Span<ulong> found = stackalloc ulong[values.Length];
        // A label typed without any accent is compared without accents; otherwise folding would confuse "sở" with "số".
        foreach ((string phrase, int slot, ulong value) in System.Text.Ascii.IsValid(key) ? _foldedPhrases : _phrases)
        {
            if (padded.Contains(phrase, StringComparison.Ordinal))
            {
                found[slot] |= value;
            }
        }

        for (int slot = 0; slot < values.Length; slot++)
        {
            values[slot] = values[slot] == 0 ? found[slot] : values[slot];
        }
    }
}
