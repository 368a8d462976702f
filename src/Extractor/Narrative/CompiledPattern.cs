using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Narrative;

/// <summary>A pattern with its phrases as padded keys, ready to be searched for.</summary>
internal sealed class CompiledPattern
{
    private readonly ImmutableArray<Group> _groups;
    private readonly ImmutableArray<string> _forbids;
    private readonly FrozenSet<string> _words;

    /// <summary>Prepares a pattern.</summary>
    public CompiledPattern(ProsePattern pattern, Indicator indicator, Indicator? whole)
    {
        Indicator = indicator;
        Whole = whole;
        CanBeDenied = pattern.CanBeDenied;
        _groups = [.. pattern.Needs.OrderByDescending(g => g.IsOwn).Select(g => new Group([.. g.Phrases.Select(ProseWords.Pad)], g.IsOwn))];
        _forbids = [.. pattern.Forbids.Select(ProseWords.Pad)];
        NamesPart = _groups.Any(g => g.Phrases.Any(p => ProseWords.HasAny(p, ProseWords.Parts)));
        _words = _groups.SelectMany(g => g.Phrases).Append(ProseWords.Pad(indicator.Name.Vi))
            .SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the pattern names.</summary>
    public Indicator Indicator { get; }

    /// <summary>What the second of two figures counts; null if a pair means nothing.</summary>
    public Indicator? Whole { get; }

    /// <summary>Whether it counts for one level only.</summary>
    public bool NamesPart { get; }

    /// <summary>Whether a denial states a zero.</summary>
    public bool CanBeDenied { get; }

    /// <summary>Whether the words beside a figure have all that must stand there, and nothing that must not.</summary>
    public bool MayStandIn(string own)
    {
        foreach (Group group in _groups)
        {
            if (group.IsOwn && !ProseWords.HasAny(own, group.Phrases))
            {
                return false;
            }
        }

        return !IsForbiddenBy(own);
    }

    /// <summary>How well words fit the pattern; null if they do not.</summary>
    /// <param name="own">Padded key of the words beside the figure.</param>
    /// <param name="context">Padded key of the sentence and the list they stand in.</param>
    public PatternFit? Fit(string own, string context)
    {
        int ownGroups = 0;
        int inContext = 0;
        foreach (Group group in _groups)
        {
            if (ProseWords.HasAny(own, group.Phrases))
            {
                ownGroups++;
            }
            else if (!group.IsOwn && ProseWords.HasAny(context, group.Phrases))
            {
                inContext++;
            }
            else
            {
                return null;
            }
        }

        return IsForbiddenBy(own) ? null : new PatternFit(this, ownGroups, inContext, CountUnexplained(own));
    }

    /// <summary>Whether words make the figure one of something else.</summary>
    public bool IsForbiddenBy(string paddedKey) => ProseWords.HasAny(paddedKey, _forbids);

    /// <summary>Whether the words start with what the pattern looks for, as in "123 cấp xã".</summary>
    public bool StartsBehind(string behind)
    {
        foreach (Group group in _groups)
        {
            foreach (string phrase in group.Phrases)
            {
                if (behind.StartsWith(phrase, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int CountUnexplained(string own)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> filler = ProseWords.Filler.GetAlternateLookup<ReadOnlySpan<char>>();
        int count = 0;
        foreach (Range range in own.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = own.AsSpan(range);
            bool isExplained = word.IsEmpty || char.IsDigit(word[0]) || words.Contains(word) || filler.Contains(word);
            count += isExplained ? 0 : 1;
        }

        return count;
    }

    private readonly record struct Group(ImmutableArray<string> Phrases, bool IsOwn);
}

/// <summary>How well a pattern fits.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="OwnGroups">Groups found beside the figure.</param>
/// <param name="ContextGroups">Groups found in the sentence or list.</param>
/// <param name="Unexplained">Words beside the figure that neither the pattern nor plain language explains.</param>
internal sealed record PatternFit(CompiledPattern Pattern, int OwnGroups, int ContextGroups, int Unexplained)
{
    /// <summary>Order of fits: more of the pattern beside the figure, then more of it at all, then fewer foreign words.</summary>
    public double Rank => (10 * OwnGroups) + (4 * ContextGroups) - Unexplained;
}
