using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>What labels and units look like, learned from indicator schemas: which word follows which, and how units are printed.</summary>
internal sealed class TableVocabulary
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];
    private readonly HashSet<string> _starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ends = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
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

    /// <summary>Whether some label has this word.</summary>
    public bool HasWord(string word) => _words.Contains(word);

    /// <summary>Whether in some label one word follows the other.</summary>
    public bool HasPair(string first, string second) => _pairs.Contains((first, second));

    /// <summary>Whether some label starts with this word.</summary>
    public bool StartsLabel(string word) => _starts.Contains(word);

    /// <summary>Whether some label ends with this word.</summary>
    public bool EndsLabel(string word) => _ends.Contains(word);

    /// <summary>Whether these letters are exactly one label.</summary>
    public bool IsLabel(string letters) => _labels.Contains(letters);

    /// <summary>Whether these letters are exactly one unit.</summary>
    public bool IsUnit(string letters) => _units.Contains(letters);

    /// <summary>Whether some unit begins with these letters.</summary>
    public bool IsUnitStart(string letters) => _unitStarts.Contains(letters);

    private void LearnLabel(string label)
    {
        string[] words = [.. label.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => KeysOf(w))];
        if (words.Length == 0)
        {
            return;
        }

        _starts.Add(words[0]);
        _ends.Add(words[^1]);
        _labels.Add(string.Concat(words));
        _words.UnionWith(words);
        _pairs.UnionWith(words.Zip(words.Skip(1)));
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
