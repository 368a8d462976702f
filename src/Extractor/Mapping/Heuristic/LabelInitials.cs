using System.Runtime.InteropServices;
using System.Text;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>The words of all labels side by side, found by their first letters. Immutable, so that threads share it.</summary>
internal sealed class LabelInitials
{
    // Between labels, and for words that no phrase goes over: short forms and what begins with no letter.
    private const char Apart = '\n';

    // Letters of a word and the blank behind it, for the room that is taken at once.
    private const int UsualWord = 5;

    private readonly string _text;
    private readonly int[] _starts;
    private readonly string _initials;
    private readonly string _bareInitials;

    /// <summary>Indexes match keys, each on a line of its own.</summary>
    public LabelInitials(string keys)
    {
        _text = keys;
        var starts = new List<int>(keys.Length / UsualWord);
        var initials = new StringBuilder(keys.Length / UsualWord);
        for (int at = 0; at < keys.Length;)
        {
            int length = keys.AsSpan(at).IndexOfAny(' ', Apart);
            ReadOnlySpan<char> word = length < 0 ? keys.AsSpan(at) : keys.AsSpan(at, length);
            starts.Add(at);
            initials.Append(word.IsEmpty || !Letters.IsLetter(word[0]) || ShortForms.IsShort(word) ? Apart : word[0]);
            at += word.Length + 1;
            if (length >= 0 && keys[at - 1] == Apart)
            {
                starts.Add(at - 1);
                initials.Append(Apart);
            }
        }

        _starts = [.. starts, keys.Length];
        _initials = initials.ToString();
        _bareInitials = VietnameseLetters.WithoutDiacritics(_initials);
    }

    /// <summary>The commonest phrase with these first letters; of equally common ones the first of the alphabet. Null if no label has one.</summary>
    /// <param name="initials">First letters of its words.</param>
    /// <param name="isBare">Whether the letters have no diacritics ("d" for "đ").</param>
    public string? Find(ReadOnlySpan<char> initials, bool isBare)
    {
        var phrases = new CommonestPhrase();
        string letters = isBare ? _bareInitials : _initials;
        for (int at = letters.AsSpan().IndexOf(initials); at >= 0; at = Next(letters, initials, at))
        {
            phrases.Count(Words(at, initials.Length));
        }

        return phrases.Best;
    }

    /// <summary>The commonest word that begins with a cut in front of another word; null if no label has one.</summary>
    public string? FindWhole(string cut, string next)
    {
        var words = new CommonestPhrase();
        ReadOnlySpan<char> initials = [cut[0], next[0]];
        for (int at = _initials.AsSpan().IndexOf(initials); at >= 0; at = Next(_initials, initials, at))
        {
            ReadOnlySpan<char> whole = Words(at, 1);
            if (whole.Length > cut.Length && whole.StartsWith(cut) && Words(at + 1, 1).SequenceEqual(next))
            {
                words.Count(whole);
            }
        }

        return words.Best;
    }

    private static int Next(string letters, ReadOnlySpan<char> initials, int at)
    {
        int next = letters.AsSpan(at + 1).IndexOf(initials);
        return next < 0 ? next : at + 1 + next;
    }

    private ReadOnlySpan<char> Words(int first, int count) => _text.AsSpan(_starts[first].._starts[first + count]).TrimEnd([' ', Apart]);

    private struct CommonestPhrase()
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private int _most;

        public string? Best { get; private set; }

        public void Count(ReadOnlySpan<char> phrase)
        {
            int count = ++CollectionsMarshal.GetValueRefOrAddDefault(_counts.GetAlternateLookup<ReadOnlySpan<char>>(), phrase, out _);
            if (count > _most || (count == _most && phrase.SequenceCompareTo(Best) < 0))
            {
                (_most, Best) = (count, phrase.ToString());
            }
        }
    }
}
