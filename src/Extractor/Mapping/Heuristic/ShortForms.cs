using System.Text;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Writes out what an office abbreviates as it pleases: initials of words that follow each other in some wording ("XL" for "xử lý", "HT ĐH" for
/// "hoàn thành đúng hạn"), and first words cut to their first letters ("k.tra" for "kiểm tra"). A word without a vowel is no Vietnamese syllable.
/// </summary>
/// <param name="keys">Match keys of everything the words are known from, each on a line of its own.</param>
internal sealed class ShortForms(string keys)
{
    private const int LongestForm = 6;
    private const int LongestCut = 2;
    private const int FormsKept = 1000;

    // Most reports have no short form that is not written out elsewhere.
    private readonly Lazy<LabelInitials> _labels = new(() => new LabelInitials(keys));
    private readonly RecentReadings<(string Initials, bool IsBare), string> _phrases = new(FormsKept);
    private readonly RecentReadings<(string Cut, string Next), string> _wholes = new(FormsKept);

    /// <summary>Whether a word can be a short form.</summary>
    public static bool IsShort(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestForm)
        {
            return false;
        }

        foreach (char c in word)
        {
            if (!Letters.IsLetter(c) || VietnameseLetters.WithoutDiacritics(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of a key with its short forms written out; the same words where it has none.</summary>
    public string[] WriteOut(string[] words)
    {
        if (!Array.Exists(words, static w => IsShort(w)))
        {
            return words;
        }

        // A label typed without accents keeps none, or half of it would be compared with accents.
        bool isBare = Array.TrueForAll(words, static w => Ascii.IsValid(w)) && !Array.TrueForAll(words, static w => IsShort(w));
        var written = new List<string>(words.Length + LongestForm);
        int at = 0;
        while (at < words.Length)
        {
            if (!IsShort(words[at]))
            {
                written.Add(words[at++]);
            }
            else if (WholeOf(words, at) is { Length: > 0 } whole)
            {
                written.Add(whole);
                written.Add(words[at + 1]);
                at += 2;
            }
            else
            {
                at += WriteInitials(words.AsSpan(at), isBare, written);
            }
        }

        return isBare ? [.. written.Select(VietnameseLetters.WithoutDiacritics)] : [.. written];
    }

    // Empty where no wording has the cut word in front of this one.
    private string WholeOf(string[] words, int at)
    {
        if (words[at].Length > LongestCut || at + 1 == words.Length || words[at + 1].Length == 0)
        {
            return "";
        }

        (string, string) cut = (words[at], words[at + 1]);
        return _wholes.TryGet(cut, out string? known) ? known : _wholes.Keep(cut, _labels.Value.FindWhole(words[at], words[at + 1]) ?? "");
    }

    // Short forms side by side are mostly one phrase: the longest that some wording has is meant.
    private int WriteInitials(ReadOnlySpan<string> words, bool isBare, List<string> written)
    {
        int most = 1, letters = words[0].Length;
        while (most < words.Length && IsShort(words[most]) && letters + words[most].Length <= LongestForm)
        {
            letters += words[most++].Length;
        }

        for (int taken = most; taken > 0; taken--)
        {
            string phrase = PhraseOf(string.Concat(words[..taken]), isBare);
            if (phrase.Length > 0)
            {
                written.AddRange(phrase.Split(' '));
                return taken;
            }
        }

        written.Add(words[0]);
        return 1;
    }

    // Empty where no wording has one; a single letter stands for too many words.
    private string PhraseOf(string initials, bool isBare) =>
        initials.Length == 1 ? ""
        : _phrases.TryGet((initials, isBare), out string? known) ? known
        : _phrases.Keep((initials, isBare), _labels.Value.Find(initials, isBare) ?? "");
}
