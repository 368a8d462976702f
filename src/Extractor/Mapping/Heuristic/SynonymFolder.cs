using System.Collections.Immutable;
using System.Text;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>Writes phrases of a match key in the words they are compared by; the longest phrase that starts at a word wins.</summary>
internal sealed class SynonymFolder
{
    // Marks a phrase that only means another one where it is the whole label: "Huyện" alone is the district level.
    private const char WholeLabel = '=';

    private readonly Dictionary<string, List<(string[] Words, string Canonical)>> _byFirstWord;
    private readonly Dictionary<string, List<(string[] Words, string Canonical)>> _byFirstBareWord;

    private readonly Dictionary<string, string> _wholes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _slips;
    private readonly ShortForms _shortForms;

    /// <summary>Prepares the synonyms of a schema.</summary>
    /// <param name="synonyms">The synonyms.</param>
    /// <param name="slips">Misspelled words with those they are mended into.</param>
    /// <param name="shortForms">Writes short forms out.</param>
    public SynonymFolder(ImmutableArray<PhraseSynonym> synonyms, Dictionary<string, string> slips, ShortForms shortForms)
    {
        _slips = slips;
        _shortForms = shortForms;
        ImmutableArray<PhraseSynonym> phrases = [.. synonyms.Where(s => s.Phrase[0] != WholeLabel)];
        _byFirstWord = Index(phrases, MatchKey.Of);
        _byFirstBareWord = Index(phrases, MatchKey.Folded);
        foreach (PhraseSynonym synonym in synonyms.Where(s => s.Phrase[0] == WholeLabel))
        {
            _wholes[MatchKey.Of(synonym.Phrase)] = MatchKey.Of(synonym.Canonical);
            _wholes.TryAdd(MatchKey.Folded(synonym.Phrase), MatchKey.Folded(synonym.Canonical));
        }
    }

    /// <summary>The key with its phrases replaced; a key of fillers alone stays as it is.</summary>
    public string Fold(string key)
    {
        // A label typed without accents has the phrases without accents.
        Dictionary<string, List<(string[], string)>> phrases = Ascii.IsValid(key) ? _byFirstBareWord : _byFirstWord;
        string[] words = _shortForms.WriteOut(key.Split(' '));
        for (int w = 0; w < words.Length; w++)
        {
            words[w] = _slips.GetValueOrDefault(words[w], words[w]);
        }

        var folded = new List<string>(words.Length);
        int at = 0;
        while (at < words.Length)
        {
            if (PeriodPhrases.Length(words, at) is > 0 and var period && period < words.Length)
            {
                at += period;
                continue;
            }

            (int length, string canonical) = Match(phrases, words, at);
            if (canonical.Length > 0)
            {
                folded.Add(canonical);
            }

            at += length;
        }

        string whole = folded.Count == 0 ? string.Join(' ', words) : string.Join(' ', folded);
        return _wholes.GetValueOrDefault(whole, whole);
    }

    private static Dictionary<string, List<(string[] Words, string Canonical)>> Index(
        ImmutableArray<PhraseSynonym> synonyms, Func<string, string> keyOf)
    {
        var byFirstWord = new Dictionary<string, List<(string[] Words, string Canonical)>>(StringComparer.Ordinal);
        foreach (PhraseSynonym synonym in synonyms)
        {
            string[] words = keyOf(synonym.Phrase).Split(' ');
            if (!byFirstWord.TryGetValue(words[0], out List<(string[], string)>? phrases))
            {
                byFirstWord[words[0]] = phrases = [];
            }

            phrases.Add((words, keyOf(synonym.Canonical)));
        }

        foreach (List<(string[] Words, string)> phrases in byFirstWord.Values)
        {
            phrases.Sort(static (a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }

        return byFirstWord;
    }

    private static (int Length, string Canonical) Match(
        Dictionary<string, List<(string[] Words, string Canonical)>> byFirstWord, string[] words, int at)
    {
        if (byFirstWord.TryGetValue(words[at], out List<(string[] Words, string Canonical)>? phrases))
        {
            foreach ((string[] phrase, string canonical) in phrases)
            {
                if (words.AsSpan(at).StartsWith(phrase))
                {
                    return (phrase.Length, canonical);
                }
            }
        }

        return (1, words[at]);
    }
}
