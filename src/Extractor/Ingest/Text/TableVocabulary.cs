using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>What labels and units look like, learned from indicator schemas: which word follows which, and how units are printed.</summary>
internal sealed class TableVocabulary
{
    /// <summary>The number of a word that no label has.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(int, int)> _pairs = [];
    private readonly HashSet<int> _starts = [];
    private readonly HashSet<int> _ends = [];
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labelStarts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unitStarts = new(StringComparer.Ordinal);

    /// <summary>Learns from the names, aliases and units of the schemas.</summary>
    public TableVocabulary(IEnumerable<IndicatorSchema> schemas, TableWords words)
    {
        Words = words;
        foreach (string unit in words.Units)
        {
            LearnUnit(unit);
        }

        foreach (IndicatorSchema schema in schemas)
        {
            foreach (string label in schema.Indicators.SelectMany(i => i.Aliases.Prepend(i.Name.Vi)))
            {
                LearnLabel(label);
            }

            foreach (string unit in schema.Units.SelectMany(u => u.Printed))
            {
                LearnUnit(unit);
            }
        }
    }

    /// <summary>General words of tables.</summary>
    public TableWords Words { get; }

    /// <summary>The folded words of one printed word, abbreviations written out.</summary>
    public static ImmutableArray<string> KeysOf(string word) => [.. MatchKey.Folded(word).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The number of a folded word, or <see cref="Unknown"/>.</summary>
    public int IdOf(string word) => _words.GetValueOrDefault(word, Unknown);

    /// <summary>Whether in some label one word follows the other.</summary>
    public bool HasPair(int first, int second) => _pairs.Contains((first, second));

    /// <summary>Whether some label starts with this word.</summary>
    public bool StartsLabel(int word) => _starts.Contains(word);

    /// <summary>Whether some label ends with this word.</summary>
    public bool EndsLabel(int word) => _ends.Contains(word);

    /// <summary>Whether these letters are exactly one label.</summary>
    public bool IsLabel(ReadOnlySpan<char> letters) => Has(_labels, letters);

    /// <summary>Whether some label begins with these words, given as letters.</summary>
    public bool IsLabelStart(ReadOnlySpan<char> letters) => Has(_labelStarts, letters);

    /// <summary>Whether these letters are exactly one unit.</summary>
    public bool IsUnit(ReadOnlySpan<char> letters) => Has(_units, letters);

    /// <summary>Whether some unit begins with these letters.</summary>
    public bool IsUnitStart(ReadOnlySpan<char> letters) => Has(_unitStarts, letters);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> letters) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    private void LearnLabel(string label)
    {
        string[] words = [.. label.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => KeysOf(w))];
        if (words.Length == 0)
        {
            return;
        }

        int[] ids = [.. words.Select(Learn)];
        _starts.Add(ids[0]);
        _ends.Add(ids[^1]);
        _labels.Add(string.Concat(words));
        _pairs.UnionWith(ids.Zip(ids.Skip(1)));
        for (int count = 1; count <= words.Length; count++)
        {
            _labelStarts.Add(string.Concat(words.AsSpan(0, count)));
        }
    }

    private int Learn(string word)
    {
        _words.TryAdd(word, _words.Count);
        return _words[word];
    }

    private void LearnUnit(string unit)
    {
        List<string> words = FoldedText.Words(unit);
        _units.Add(string.Concat(words));
        for (int count = 1; count <= words.Count; count++)
        {
            _unitStarts.Add(string.Concat(words.Take(count)));
        }
    }
}
