using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>General vocabulary of tables in administrative documents: column headings, group words, units, ends of tables.</summary>
internal sealed class TableWords
{
    private const int LongestPhrase = 6;
    private const string YearWord = "nam";

    private readonly ILookup<string, ImmutableArray<string>> _byKind;
    private readonly ILookup<string, string> _printed;

    private TableWords(IEnumerable<(string Kind, string Words)> rows)
    {
        _byKind = rows.ToLookup(r => r.Kind, r => FoldedText.Words(r.Words).ToImmutableArray());
        Headings = [.. HeadingKinds.SelectMany(kind => _byKind[kind].Select(words => new Heading(kind, words)))
            .OrderByDescending(h => h.Words.Length)];
        HeadingWords = Headings.SelectMany(h => h.Words).ToFrozenSet(StringComparer.Ordinal);
        FigureHeadings = [.. _byKind["figure-heading"].Select(words => new Heading("figure-heading", words)).OrderByDescending(h => h.Words.Length)];
        FigureHeadingWords = FigureHeadings.SelectMany(h => h.Words).ToFrozenSet(StringComparer.Ordinal);
        NumberHeadingStarts = _byKind["number-heading"].Select(w => w[0]).ToFrozenSet(StringComparer.Ordinal);
        Dangling = _byKind["dangling"].Select(w => w[0]).ToFrozenSet(StringComparer.Ordinal);
        BeforeNumber = _byKind["before-number"].Select(w => w[0]).ToFrozenSet(StringComparer.Ordinal);
        _printed = rows.ToLookup(r => r.Kind, r => r.Words);
        BeforeNumberPrinted = _printed["before-number"].Select(static w => w.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);
        GroupLetters = [.. _printed["group"].Select(FoldedText.Letters)];
        Units = [.. _printed["unit"]];
    }

    /// <summary>The words that ship with the product.</summary>
    public static TableWords Default { get; } = Load();

    private static string[] HeadingKinds =>
        ["number-heading", "label-heading", "unit-heading", "value-heading", "result-heading", "note-heading"];

    /// <summary>Column headings, longest first.</summary>
    public ImmutableArray<Heading> Headings { get; }

    private ImmutableArray<Heading> FigureHeadings { get; }

    private FrozenSet<string> HeadingWords { get; }

    private FrozenSet<string> FigureHeadingWords { get; }

    private FrozenSet<string> NumberHeadingStarts { get; }

    private ImmutableArray<string> GroupLetters { get; }

    /// <summary>Words that never end a phrase.</summary>
    public FrozenSet<string> Dangling { get; }

    private FrozenSet<string> BeforeNumber { get; }

    private FrozenSet<string> BeforeNumberPrinted { get; }

    /// <summary>Units of any statistical form, as printed.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>Whether the heading of the number column can start with a folded word.</summary>
    public bool StartsNumberHeading(string word) => word.Length == 0 || NumberHeadingStarts.Contains(word);

    /// <summary>Whether a word over several rows, such as "Trong đó", can start with some letters.</summary>
    public bool StartsGroup(string letters)
    {
        foreach (string group in GroupLetters)
        {
            if (letters.Length > 0 && group.StartsWith(letters, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number follows a word inside a phrase: "số" and "so", but not "sơ".</summary>
    /// <param name="text">The word as printed.</param>
    /// <param name="keys">Its folded words, abbreviations written out.</param>
    public bool PrecedesNumber(string text, ImmutableArray<string> keys) =>
        BeforeNumber.Contains(keys[^1]) && (keys.Length > 1 || Ascii.IsValid(text) || BeforeNumberPrinted.Contains(text.Trim('(', '“', '"', ',').ToLowerInvariant()));

    /// <summary>Whether a folded word occurs in a column heading.</summary>
    public bool IsHeadingWord(string word) => HeadingWords.Contains(word);

    /// <summary>Whether a folded word occurs in a heading of further figures, such as "Kế hoạch" and "Lũy kế"; a year does too.</summary>
    public bool IsFigureHeadingWord(string word) => FigureHeadingWords.Contains(word) || IsYear(word);

    /// <summary>
    /// Number of words that belong to the first of the headings some words are: the longest known one, or all of them where a longer one may go on
    /// in the next line. A year belongs to the heading in front. 0 if they start with none.
    /// </summary>
    public int HeadingLength(IReadOnlyList<string> words)
    {
        int length = Math.Max(Reach(Headings, words), Reach(FigureHeadings, words));
        bool IsYearAt(int at) => at < words.Count && IsYear(words[at]);
        while (length > 0 && (IsYearAt(length) || (length < words.Count && words[length] == YearWord && IsYearAt(length + 1))))
        {
            length++;
        }

        return length;
    }

    /// <summary>Number of words of the longest heading of further figures that some words start with; 0 if they start with none.</summary>
    public int LongestFigureHeading(IReadOnlyList<string> words)
    {
        foreach (Heading heading in FigureHeadings)
        {
            if (StartsWith(words, heading.Words))
            {
                return heading.Words.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a heading of further figures begins with some words and ends with others, given as letters.</summary>
    public bool IsFigureHeadingEnd(IReadOnlyList<string> start, string end)
    {
        foreach (Heading heading in FigureHeadings)
        {
            if (heading.Words.Length > start.Count && StartsWith([.. heading.Words], [.. start])
                && string.Concat(heading.Words.AsSpan()[start.Count..]).EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words start with a phrase of this kind; gives its number of words.</summary>
    public int MatchStart(string kind, IReadOnlyList<string> words) =>
        _byKind[kind].Where(phrase => StartsWith(words, phrase)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();

    /// <summary>Whether a line starts with a phrase of this kind.</summary>
    public bool StartsLine(string kind, TextLine line) =>
        !line.IsBlank && MatchStart(kind, FoldedText.FirstWords(line.Text, LongestPhrase)) > 0;

    /// <summary>The phrase of a kind that has these letters, as printed; null if there is none.</summary>
    public string? PhraseOf(string kind, string letters) => _printed[kind].FirstOrDefault(p => FoldedText.Letters(p) == letters);

    private static int Reach(ImmutableArray<Heading> headings, IReadOnlyList<string> words)
    {
        int length = 0;
        foreach (Heading heading in headings)
        {
            int common = Math.Min(heading.Words.Length, words.Count);
            length = common > length && StartsWith(words, heading.Words[..common]) ? common : length;
        }

        return length;
    }

    private static bool IsYear(string word) => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit);

    private static bool StartsWith(IReadOnlyList<string> words, ImmutableArray<string> phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (i >= words.Count || words[i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static TableWords Load()
    {
        using Stream stream = typeof(TableWords).Assembly.GetManifestResourceStream("text_table_words.csv")
            ?? throw new InvalidDataException("The product lacks text_table_words.csv.");
        using var reader = new StreamReader(stream);
        return new TableWords([.. CsvTable.Read(reader.ReadToEnd()).Select(row => (row["kind"], row["words"]))]);
    }

    /// <summary>Words of a column heading.</summary>
    /// <param name="Kind">Which column it names.</param>
    /// <param name="Words">Folded words.</param>
    internal readonly record struct Heading(string Kind, ImmutableArray<string> Words);
}
