using System.Globalization;
using System.Text;

namespace Extractor.Pdf.Tests.Oracles;

/// <summary>Words with their counts, so that reading order does not matter.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public WordBag(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
            Count++;
        }
    }

    public int Count { get; }

    public static WordBag OfText(string text) =>
        new(text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static WordBag OfFile(string path, bool withClipped = false)
    {
        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(path));
        return new WordBag(Enumerable.Range(1, document.PageCount).SelectMany(number => PageWords.Of(document.ReadPage(number), withClipped)));
    }

    /// <summary>The single characters of the words, for readers that cut words in other places.</summary>
    public WordBag Characters() => new(_counts.SelectMany(pair =>
        pair.Key.SelectMany(character => Enumerable.Repeat(character.ToString(), pair.Value))));

    /// <summary>Words both have, against the larger of the two, from 0 to 1.</summary>
    public double Agreement(WordBag other) => (double)Common(other) / Math.Max(1, Math.Max(Count, other.Count));

    /// <summary>The part of these words the other has, too.</summary>
    public double FoundIn(WordBag other) => (double)Common(other) / Math.Max(1, Count);

    /// <summary>The words that differ, for the message of a failed test.</summary>
    public string Difference(WordBag other)
    {
        IEnumerable<string> lines = _counts.Keys.Union(other._counts.Keys)
            .Where(word => Of(word) != other.Of(word))
            .Select(word => string.Create(CultureInfo.InvariantCulture, $"{word} {Of(word)}/{other.Of(word)}"));
        return string.Join("; ", lines.Take(40));
    }

    private int Common(WordBag other) => _counts.Sum(pair => Math.Min(pair.Value, other.Of(pair.Key)));

    private int Of(string word) => _counts.GetValueOrDefault(word);
}
