namespace Extractor.Mapping.Heuristic;

/// <summary>Counts how often words follow each other: each run is numbered as the run without its last word and that word.</summary>
/// <param name="longest">Words of the longest run.</param>
/// <param name="parts">Words that no run goes over.</param>
internal sealed class WordRuns(int longest, Func<string, bool> parts)
{
    private const int NoRun = -1;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<bool> _parts = [];
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<Run> _runs = [];
    private readonly List<int> _text = [];

    /// <summary>Number of runs, those of one word included.</summary>
    public int Length => _runs.Count;

    /// <summary>Number of words of a run.</summary>
    public int LengthOf(int run) => _runs[run].Length;

    /// <summary>Counts every run of a text of two words and more.</summary>
    public void Count(string text)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _text.Clear();
        foreach (Range range in text.AsSpan().Split(' '))
        {
            _text.Add(ids.TryGetValue(text.AsSpan(range), out int id) ? id : AddWord(text[range]));
        }

        for (int first = 0; first < _text.Count; first++)
        {
            int run = NoRun;
            for (int at = first; at < _text.Count && at - first < longest && !_parts[_text[at]]; at++)
            {
                run = Follow(run, _text[at]);
            }
        }
    }

    /// <summary>The words of a run.</summary>
    public string[] WordsOf(int run)
    {
        string[] words = new string[_runs[run].Length];
        for (int at = words.Length - 1; at >= 0; at--)
        {
            words[at] = _words[_runs[run].Word];
            run = _runs[run].Shorter;
        }

        return words;
    }

    /// <summary>The last word of a run.</summary>
    public string LastWordOf(int run) => _words[_runs[run].Word];

    /// <summary>The first word of a run.</summary>
    public string FirstWordOf(int run)
    {
        while (_runs[run].Shorter != NoRun)
        {
            run = _runs[run].Shorter;
        }

        return LastWordOf(run);
    }

    /// <summary>Writes the first letter of each word of a run.</summary>
    public ReadOnlySpan<char> InitialsOf(int run, Span<char> initials)
    {
        initials = initials[.._runs[run].Length];
        for (int at = initials.Length - 1; at >= 0; at--)
        {
            initials[at] = _words[_runs[run].Word][0];
            run = _runs[run].Shorter;
        }

        return initials;
    }

    /// <summary>Whether a run is commoner than another one; of equally common ones the first of the alphabet is.</summary>
    public bool IsCommoner(int run, int other) =>
        _runs[run].Count != _runs[other].Count ? _runs[run].Count > _runs[other].Count : Compare(run, other) < 0;

    private int Compare(int run, int other)
    {
        int length = _runs[run].Length, otherLength = _runs[other].Length, order = length.CompareTo(otherLength);
        for (; length > otherLength; length--)
        {
            run = _runs[run].Shorter;
        }

        for (; otherLength > length; otherLength--)
        {
            other = _runs[other].Shorter;
        }

        // The first words that differ decide: they come last here.
        for (; run != other; run = _runs[run].Shorter, other = _runs[other].Shorter)
        {
            order = _runs[run].Word == _runs[other].Word ? order : string.CompareOrdinal(LastWordOf(run), LastWordOf(other));
        }

        return order;
    }

    private int AddWord(string word)
    {
        _ids.Add(word, _words.Count);
        _words.Add(word);
        _parts.Add(parts(word));
        return _words.Count - 1;
    }

    private int Follow(int shorter, int word)
    {
        ulong name = ((ulong)(uint)(shorter + 1) << 32) | (uint)word;
        if (!_numbers.TryGetValue(name, out int run))
        {
            _numbers[name] = run = _runs.Count;
            _runs.Add(new Run(shorter, word, shorter == NoRun ? 1 : _runs[shorter].Length + 1, 0));
        }

        _runs[run] = _runs[run] with { Count = _runs[run].Count + 1 };
        return run;
    }

    private readonly record struct Run(int Shorter, int Word, int Length, int Count);
}
