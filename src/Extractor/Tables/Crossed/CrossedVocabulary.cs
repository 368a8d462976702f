using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Tables.Crossed;

/// <summary>The words a family's crossed tables are read by, as match keys.</summary>
internal sealed class CrossedVocabulary
{
    private static readonly ConditionalWeakTable<CrossedForm, CrossedVocabulary> Cache = [];
    private readonly ImmutableArray<(string Phrase, int Dimension)> _headings;
    private readonly ImmutableArray<(string Phrase, int Dimension)> _members;
    private readonly ImmutableArray<string> _totals;
    private readonly FrozenSet<string> _totalWords;

    private CrossedVocabulary(CrossedForm form)
    {
        Dimensions = form.Dimensions;
        _headings = Phrases(d => d.Headings);
        _members = Phrases(d => d.Members);
        _totals = [.. form.Totals.Select(MatchKey.Of).OrderByDescending(t => t.Length)];
        _totalWords = _totals.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What rows can be items of, the outermost first.</summary>
    public ImmutableArray<ItemDimension> Dimensions { get; }

    /// <summary>The words of a family.</summary>
    public static CrossedVocabulary For(CrossedForm form) => Cache.GetValue(form, static f => new CrossedVocabulary(f));

    /// <summary>Dimension whose column has this heading; -1 for other texts.</summary>
    public int DimensionOfHeading(string heading, bool isWhole)
    {
        string key = MatchKey.Of(heading);
        foreach ((string phrase, int dimension) in _headings)
        {
            if (isWhole ? key == phrase : StartsWith(key, phrase))
            {
                return dimension;
            }
        }

        return -1;
    }

    /// <summary>All dimensions a heading names, the outermost first: "Đơn vị / lĩnh vực".</summary>
    public ImmutableArray<string> DimensionsIn(string heading)
    {
        if (DimensionOfHeading(heading, isWhole: true) is >= 0 and var only)
        {
            return [Dimensions[only].Key];
        }

        string key = $" {MatchKey.Of(heading)} ";
        return
        [
            .. _headings.Where(h => key.Contains($" {h.Phrase} ", StringComparison.Ordinal)).Select(h => h.Dimension).Distinct().Order()
                .Select(d => Dimensions[d].Key),
        ];
    }

    /// <summary>Dimension a label says by itself to be an item of; -1 where it says none.</summary>
    public int DimensionOfItem(string label)
    {
        string key = MatchKey.Of(label);
        foreach ((string phrase, int dimension) in _members)
        {
            if (StartsWith(key, phrase))
            {
                return dimension;
            }
        }

        return -1;
    }

    /// <summary>First member of the outermost dimensions that a title names: "… tại UBND cấp huyện" speaks of "cấp huyện"; null if there is none.</summary>
    public (string Phrase, int Dimension)? MemberNamedIn(string title)
    {
        string key = $" {MatchKey.Of(title)} ";
        foreach ((string phrase, int dimension) in _members)
        {
            if (dimension == 0 && key.Contains($" {phrase} ", StringComparison.Ordinal))
            {
                return (phrase, dimension);
            }
        }

        return null;
    }

    /// <summary>Whether a label or heading says no more than "total".</summary>
    public bool IsTotal(string text) => _totalWords.Contains(MatchKey.Of(text));

    /// <summary>What a label says behind the word for a total; null where it does not start with one, empty where it says no more.</summary>
    public string? BehindTotal(string label)
    {
        int bracket = label.IndexOf('(', StringComparison.Ordinal);
        string key = MatchKey.Of(bracket > 0 ? label[..bracket] : label);
        string? behind = null;
        // "Tổng toàn xã": both words for the whole.
        while (key.Length > 0 && _totals.FirstOrDefault(total => StartsWith(key, total)) is { } word)
        {
            behind = key = key[word.Length..].TrimStart();
        }

        return behind;
    }

    private static bool StartsWith(string key, string phrase) =>
        key.StartsWith(phrase, StringComparison.Ordinal) && (key.Length == phrase.Length || key[phrase.Length] == ' ');

    // Longer phrases say more: "ban quản lý" before "ban".
    private ImmutableArray<(string, int)> Phrases(Func<ItemDimension, ImmutableArray<string>> select) =>
    [
        .. Dimensions.SelectMany((dimension, index) => select(dimension).Select(phrase => (Phrase: MatchKey.Of(phrase), index)))
            .OrderByDescending(p => p.Phrase.Length),
    ];
}
