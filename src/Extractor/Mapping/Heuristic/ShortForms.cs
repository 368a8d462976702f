using System.Runtime.InteropServices;
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

    // By initials, the words they stand for; the commonest in front.
    private readonly Dictionary<string, string[]> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _byBareInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Cut, string Next), string> _byCut = [];

    /// <summary>Collects the words that follow each other in match keys.</summary>
    public ShortForms(IEnumerable<string> keys)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            Count(key.Split(' '), counts);
        }

        foreach (string phrase in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
        {
            string[] words = phrase.Split(' ');
            string initials = InitialsOf(words);
            _byInitials.TryAdd(initials, words);
            _byBareInitials.TryAdd(VietnameseLetters.WithoutDiacritics(initials), words);
            for (int length = 1; words.Length == 2 && length <= Math.Min(LongestCut, words[0].Length - 1); length++)
            {
                _byCut.TryAdd((words[0][..length], words[1]), words[0]);
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
            else if (at + 1 < words.Length && words[at].Length <= LongestCut && _byCut.TryGetValue((words[at], words[at + 1]), out string? whole))
            {
                written.Add(whole);
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
    private static int WriteInitials(ReadOnlySpan<string> words, Dictionary<string, string[]> byInitials, List<string> written)
    {
        int most = 1;
        while (most < words.Length && IsShort(words[most]))
        {
            most++;
        }

        for (int taken = most; taken > 0; taken--)
        {
            string initials = string.Concat(words[..taken]);
            if (initials.Length > 1 && byInitials.TryGetValue(initials, out string[]? phrase))
            {
                written.AddRange(phrase);
                return taken;
            }
        }

        written.Add(words[0]);
        return 1;
    }

    private static void Count(string[] words, Dictionary<string, int> counts)
    {
        for (int first = 0; first < words.Length; first++)
        {
            for (int length = 2; length <= LongestForm && first + length <= words.Length; length++)
            {
                if (Array.Exists(words[first..(first + length)], w => IsShort(w) || !char.IsLetter(w[0])))
                {
                    break;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(counts, string.Join(' ', words, first, length), out _)++;
            }
        }
    }

    private static string InitialsOf(string[] words)
    {
        var initials = new StringBuilder(words.Length);
        foreach (string word in words)
        {
            initials.Append(word[0]);
        }

        return initials.ToString();
    }

    private static bool IsShort(string word)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c) || Vowels.Contains(VietnameseLetters.WithoutDiacritics(c), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return word.Length is > 0 and <= LongestForm;
    }
}
