using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Normalisation;

namespace Extractor.Narrative;

/// <summary>Words of administrative prose that decide whether a figure is a fact of the period reported on.</summary>
internal static class ProseWords
{
    private static readonly ILookup<string, string> ByRole =
        EmbeddedTable.Read("prose_words.csv").ToLookup(row => row["role"], row => MatchKey.Of(row["phrase"]), StringComparer.Ordinal);

    /// <summary>Words of plans and targets.</summary>
    public static ImmutableArray<string> Future { get; } = Padded("future");

    /// <summary>Words of comparison with another period.</summary>
    public static ImmutableArray<string> Compared { get; } = Padded("compared");

    /// <summary>Words of headings of plans.</summary>
    public static ImmutableArray<string> FutureHeading { get; } = Padded("future_heading");

    /// <summary>Words of headings of results.</summary>
    public static ImmutableArray<string> PastHeading { get; } = Padded("past_heading");

    /// <summary>Words that restrict a figure to a part of what it would else count.</summary>
    public static ImmutableArray<string> Restricted { get; } = Padded("restricted");

    /// <summary>Offices whose name has a word of restriction.</summary>
    public static ImmutableArray<string> Offices { get; } = Padded("office");

    /// <summary>Words for the units of one level, of which a figure counts only a part of the whole.</summary>
    public static ImmutableArray<string> Parts { get; } = Padded("part");

    /// <summary>Words that open a breakdown, longest first.</summary>
    public static ImmutableArray<string> Openings { get; } = [.. ByRole["opening"].OrderByDescending(w => w.Length)];

    /// <summary>Letters that they start with, small and large.</summary>
    public static SearchValues<char> OpeningLetters { get; } =
        SearchValues.Create([.. Openings.SelectMany(w => new[] { w[0], char.ToUpperInvariant(w[0]) }).Distinct()]);

    /// <summary>Words with which a new statement starts.</summary>
    public static FrozenSet<string> Subject { get; } = ByRole["subject"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words before a number that names something.</summary>
    public static FrozenSet<string> Reference { get; } = ByRole["reference"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words behind a number that measures time or depth.</summary>
    public static FrozenSet<string> Period { get; } = ByRole["period"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that lead to a figure.</summary>
    public static FrozenSet<string> Linking { get; } = ByRole["linking"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Single words that restrict nothing.</summary>
    public static FrozenSet<string> Filler { get; } = ByRole["filler"].SelectMany(p => p.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that a comma joins to one expression.</summary>
    public static ImmutableArray<(string First, string Second)> Joined { get; } =
        [.. EmbeddedTable.Read("prose_words.csv").Where(r => r["role"] == "joined").Select(r => r["phrase"].Split('+')).Select(p => (p[0], p[1]))];

    /// <summary>Whether a padded key has one of the phrases.</summary>
    public static bool HasAny(string paddedKey, ImmutableArray<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            if (paddedKey.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A padded key without the names of offices.</summary>
    public static string WithoutOffices(string paddedKey)
    {
        foreach (string office in Offices)
        {
            paddedKey = paddedKey.Replace(office, " ", StringComparison.Ordinal);
        }

        return paddedKey;
    }

    /// <summary>The key of a text with a blank on either side, so that whole words are found.</summary>
    public static string Pad(string text) => $" {MatchKey.Of(text)} ";

    private static ImmutableArray<string> Padded(string role) => [.. ByRole[role].Select(w => $" {w} ")];
}
