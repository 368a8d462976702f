using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>What labels and units look like, learned from indicator schemas: which word follows which, and how units are printed.</summary>
internal sealed class TableVocabulary
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _abbreviations;
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
        _abbreviations = ReadAbbreviations();
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
    public ImmutableArray<string> KeysOf(string word)
    {
        List<string> keys = FoldedText.Words(word);
        return [.. keys.SelectMany(key => _abbreviations.TryGetValue(key, out ImmutableArray<string> full) && IsUpperCase(word) ? full : [key])];
    }

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

    private static bool IsUpperCase(string word) => word.Count(char.IsUpper) > 1;

    private static FrozenDictionary<string, ImmutableArray<string>> ReadAbbreviations()
    {
        using Stream stream = typeof(TableVocabulary).Assembly.GetManifestResourceStream("abbreviations.csv")
            ?? throw new InvalidDataException("The product lacks abbreviations.csv.");
        using var reader = new StreamReader(stream);
        return CsvTable.Read(reader.ReadToEnd())
            .Where(row => !row["expansion"].Contains('/', StringComparison.Ordinal) && row["context_rule"] != "keep")
            .GroupBy(row => FoldedText.Letters(row["abbr"]), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => FoldedText.Words(g.First()["expansion"]).ToImmutableArray(), StringComparer.Ordinal);
    }
}
