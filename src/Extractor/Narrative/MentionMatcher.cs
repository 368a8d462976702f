using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>Finds the pattern that the words around a figure fit best.</summary>
internal sealed class MentionMatcher(ProseIndex index)
{
    private const int LongestWide = 30;
    private const int MostUnexplained = 5;

    // Blanks around the words of a key that is too short to be a statement of its own.
    private const int ShortestOwn = 10;

    /// <summary>The best fit and the runners-up; empty if the figure is no fact of the schema.</summary>
    /// <param name="mention">The figure.</param>
    /// <param name="previous">The figure in front in the same sentence, of which a percentage can be the rate.</param>
    /// <param name="outline">What it stands under.</param>
    public ImmutableArray<PatternFit> Match(Mention mention, Mention? previous, Outline outline)
    {
        string near = ProseWords.Pad(mention.Own);
        string behind = ProseWords.Pad(mention.Behind);
        string head = mention.Heads.IsEmpty ? mention.SentenceKey : ProseWords.Pad(mention.Heads[0]);
        if (IsRuledOut(mention, near, head))
        {
            return [];
        }

        if (mention.Figure.Kind == FigureKind.Percent && IsOnlyFiller(near))
        {
            near = previous is null ? head + near : ProseWords.Pad($"{previous.Own} {previous.After}") + near;
        }

        bool isPart = mention.Heads.Any(static h => ProseWords.HasAny(ProseWords.Pad(h), ProseWords.Parts));
        string context = near + ProseWords.Pad(mention.After) + head + outline.Lists;
        List<CompiledPattern> owning = PatternsOf(mention.Figure.Kind, near);
        List<PatternFit> fits = Fits(owning, mention, near, behind, context);
        bool hasWider = mention.Wide.Length > mention.Near.Length;
        if (fits.Count == 0 && (owning.Count > 0 || hasWider))
        {
            context += ProseWords.Pad($"{string.Join(' ', mention.Heads)} {mention.WholeSentence}");
            fits = Fits(owning, mention, near, behind, context);
        }

        if (fits.Count == 0 && owning.Count > 0 && mention.Before.Length > 0)
        {
            fits = Fits(owning, mention, near, behind, context + ProseWords.Pad(mention.Before));
        }

        if (hasWider)
        {
            string wide = ProseWords.Pad($"{mention.Wide} {mention.Behind}");
            if (near.AsSpan().Count(' ') <= ShortestOwn)
            {
                // "trực tiếp, qua bưu chính là 1.448": an enumeration is counted together.
                fits.RemoveAll(f => f.Pattern.IsForbiddenBy(wide));
            }

            double best = fits.Count == 0 ? 0 : fits[0].OwnGroups;
            List<PatternFit> wider = wide.AsSpan().Count(' ') <= LongestWide
                ? Fits(PatternsOf(mention.Figure.Kind, wide), mention, wide, behind, wide + context)
                : [];
            fits = wider.Count > 0 && wider[0].OwnGroups > best ? wider : fits;
        }

        if (isPart || outline.IsPart)
        {
            fits.RemoveAll(static f => !f.Pattern.NamesPart);
        }

        return [.. fits];
    }

    /// <summary>What an amount of đồng is divided by to give the indicator's unit.</summary>
    public long ScaleOf(Indicator indicator) => index.ScaleOf(indicator.Unit);

    // What has to stand beside the figure leaves few patterns, whatever stands around.
    private List<CompiledPattern> PatternsOf(FigureKind kind, string own)
    {
        var patterns = new List<CompiledPattern>();
        foreach (CompiledPattern pattern in index.Patterns)
        {
            if (FitsKind(pattern, kind) && pattern.MayStandIn(own))
            {
                patterns.Add(pattern);
            }
        }

        return patterns;
    }

    private List<PatternFit> Fits(List<CompiledPattern> patterns, Mention mention, string own, string behind, string context)
    {
        var fits = new List<PatternFit>();
        foreach (CompiledPattern pattern in patterns)
        {
            if (pattern.Fit(own, context) is { } fit && fit.Unexplained <= MostUnexplained
                && (mention.Figure.Kind is not (FigureKind.Number or FigureKind.Ratio) || IsUnitOf(pattern, mention, behind)))
            {
                fits.Add(fit);
            }
        }

        fits.Sort(static (a, b) => b.Rank.CompareTo(a.Rank));
        return fits;
    }

    private static bool FitsKind(CompiledPattern pattern, FigureKind kind) => kind switch
    {
        FigureKind.Percent => pattern.Indicator.Kind == ValueKind.Percent,
        FigureKind.ZeroWord => pattern.CanBeDenied,
        FigureKind.Money => pattern.Indicator.Kind == ValueKind.Money,
        _ => pattern.Indicator.Kind is not (ValueKind.Percent or ValueKind.Money),
    };

    // A figure followed by words that are neither its unit nor part of what the pattern names counts something else.
    private bool IsUnitOf(CompiledPattern pattern, Mention mention, string behind) =>
        index.StartsWithUnit(behind, pattern.Indicator.Unit) switch
        {
            true => true,
            false => pattern.StartsBehind(behind),
            null => string.IsNullOrWhiteSpace(behind) ? IsLabelled(mention) : pattern.StartsBehind(behind),
        };

    // "Tiếp nhận trực tuyến: 6059", "tổng số … là 27": without a unit, something has to lead to the figure.
    private static bool IsLabelled(Mention mention)
    {
        ReadOnlySpan<char> front = mention.Near.AsSpan().TrimEnd();
        int word = front.LastIndexOfAny(' ', '\u00A0') + 1;
        return front.EndsWith(":") || front.EndsWith("=") || ProseWords.Linking.Contains(front[word..].ToString()) || !mention.Heads.IsEmpty;
    }

    private static bool IsRuledOut(Mention mention, string near, string head)
    {
        if (IsRestricted(near) || (!mention.Heads.IsEmpty && IsRestricted(head)))
        {
            return true;
        }

        bool isDone = near.Contains(" đã ", StringComparison.Ordinal);
        return IsComparison(mention.NearKey) || (!isDone && ProseWords.HasAny(ProseWords.Pad($"{mention.Sentence} {mention.Behind}"), ProseWords.Future));
    }

    // An office can have a word of restriction in its name.
    private static bool IsRestricted(string paddedKey) =>
        ProseWords.HasAny(paddedKey, ProseWords.Restricted) && ProseWords.HasAny(ProseWords.WithoutOffices(paddedKey), ProseWords.Restricted);

    private static bool IsComparison(string paddedKey)
    {
        const int WordsLookedAt = 3;
        int start = paddedKey.Length - 1;
        for (int word = 0; word < WordsLookedAt && start > 0; word++)
        {
            start = paddedKey.LastIndexOf(' ', start - 1);
        }

        string last = paddedKey[Math.Max(0, start)..];
        return ProseWords.HasAny(last, ProseWords.Compared) && !last.Contains("tăng cường", StringComparison.Ordinal);
    }

    private static bool IsOnlyFiller(string paddedKey)
    {
        foreach (string word in paddedKey.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ProseWords.Filler.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
