using System.Text;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Writes out what an office abbreviates as it pleases: initials of words that follow each other in some wording ("XL" for "xử lý", "HT ĐH" for
/// "hoàn thành đúng hạn"), and first words cut to their first letters ("k.tra" for "kiểm tra"). A word without a vowel is no Vietnamese syllable.
/// </summary>
internal sealed class ShortForms
{
    private const int LongestForm = 6;
    private const int LongestCut = 2;
    private const string Vowels = "aeiouy";

    private readonly WordRuns _runs = new(LongestForm, word => IsShort(word) || word.Length == 0 || !char.IsLetter(word[0]));

    // By initials, the commonest of the runs they stand for.
    private readonly Dictionary<string, int> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byBareInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Cut, string Next), int> _byCut = [];

    /// <summary>Collects the words that follow each other in match keys.</summary>
    public ShortForms(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            _runs.Count(key);
        }

        Span<char> room = stackalloc char[LongestForm];
        for (int run = 0; run < _runs.Length; run++)
        {
            if (_runs.LengthOf(run) < 2)
            {
                continue;
            }

            ReadOnlySpan<char> initials = _runs.InitialsOf(run, room);
            if (AreConsonants(initials))
            {
                Keep(run, initials, _byInitials);
                foreach (ref char initial in room[..initials.Length])
                {
                    initial = VietnameseLetters.WithoutDiacritics(initial);
                }

                Keep(run, initials, _byBareInitials);
            }

            if (_runs.LengthOf(run) == 2)
            {
                KeepCuts(run);
            }
        }
    }

    /// <summary>The words of a key with its short forms written out; the same words where it has none.</summary>
    public string[] WriteOut(string[] words)
    {
        if (!Array.Exists(words, IsShort))
        {
            return words;
        }

        // A label typed without accents keeps none, or half of it would be compared with accents.
        bool isBare = Array.TrueForAll(words, w => Ascii.IsValid(w)) && !Array.TrueForAll(words, IsShort);
        var written = new List<string>(words.Length + LongestForm);
        int at = 0;
        while (at < words.Length)
        {
            if (!IsShort(words[at]))
            {
                written.Add(words[at++]);
            }
            else if (at + 1 < words.Length && words[at].Length <= LongestCut && _byCut.TryGetValue((words[at], words[at + 1]), out int whole))
            {
                written.Add(_runs.FirstWordOf(whole));
                written.Add(words[at + 1]);
                at += 2;
            }
            else
            {
                at += WriteInitials(words.AsSpan(at), isBare ? _byBareInitials : _byInitials, written);
            }
        }

        return isBare ? [.. written.Select(VietnameseLetters.WithoutDiacritics)] : [.. written];
    }

    // Short forms side by side are mostly one phrase: the longest that some wording has is meant.
    private int WriteInitials(ReadOnlySpan<string> words, Dictionary<string, int> byInitials, List<string> written)
    {
        int most = 1;
        while (most < words.Length && IsShort(words[most]))
        {
            most++;
        }

        for (int taken = most; taken > 0; taken--)
        {
            string initials = string.Concat(words[..taken]);
            if (initials.Length > 1 && byInitials.TryGetValue(initials, out int phrase))
            {
                written.AddRange(_runs.WordsOf(phrase));
                return taken;
            }
        }

        written.Add(words[0]);
        return 1;
    }

    // Others than short forms are never looked up.
    private void Keep(int run, ReadOnlySpan<char> initials, Dictionary<string, int> byInitials)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known = byInitials.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(initials, out int best) || _runs.IsCommoner(run, best))
        {
            known[initials] = run;
        }
    }

    private void KeepCuts(int run)
    {
        (string first, string next) = (_runs.FirstWordOf(run), _runs.LastWordOf(run));
        for (int length = 1; length <= Math.Min(LongestCut, first.Length - 1) && AreConsonants(first.AsSpan(0, length)); length++)
        {
            (string, string) cut = (first[..length], next);
            if (!_byCut.TryGetValue(cut, out int best) || _runs.IsCommoner(run, best))
            {
                _byCut[cut] = run;
            }
        }
    }

    private static bool IsShort(string word) => word.Length is > 0 and <= LongestForm && AreConsonants(word);

    private static bool AreConsonants(ReadOnlySpan<char> letters)
    {
        foreach (char c in letters)
        {
            if (!char.IsLetter(c) || Vowels.Contains(VietnameseLetters.WithoutDiacritics(c), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
