using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>
/// Finds figures stated in sentences and list items. A figure becomes a fact only if the words beside it name an indicator in full, alone or
/// together with the list or the "trong đó" it stands under.
/// </summary>
internal static class FactFinder
{
    private const int AlternativesGiven = 3;

    /// <summary>The facts in the order of the text.</summary>
    public static ImmutableArray<NarrativeFact> Find(Document document, IndicatorSchema schema)
    {
        ArgumentNullException.ThrowIfNull(document);
        var matcher = new MentionMatcher(ProseIndex.For(schema));
        var outline = new ProseOutline();
        var facts = ImmutableArray.CreateBuilder<NarrativeFact>();
        foreach (Passage passage in PassageReader.Read(document))
        {
            string lists = outline.Enter(passage);
            if (!outline.IsFuture)
            {
                facts.AddRange(Agreeing(FactsOf(passage, lists, matcher)));
            }
        }

        return facts.ToImmutable();
    }

    private static List<(NarrativeFact Fact, double Rank)> FactsOf(Passage passage, string lists, MentionMatcher matcher)
    {
        var facts = new List<(NarrativeFact, double)>();
        List<Mention> mentions = MentionReader.Read(passage);
        foreach (Mention mention in mentions)
        {
            Mention? previous = mention.Previous >= 0 ? mentions[mention.Previous] : null;
            ImmutableArray<PatternFit> fits = matcher.Match(mention, previous, lists);
            if (!fits.IsEmpty)
            {
                AddFacts(passage, mention.Figure, fits, facts);
            }
        }

        return facts;
    }

    private static void AddFacts(Passage passage, Figure figure, ImmutableArray<PatternFit> fits, List<(NarrativeFact Fact, double Rank)> facts)
    {
        PatternFit best = fits[0];
        if (figure.Kind != FigureKind.Ratio)
        {
            Add(best.Pattern.Indicator, figure.Value, figure.Start, figure.Length);
            return;
        }

        // "15/29 nhiệm vụ": 15 of the 29.
        int stroke = passage.Text.IndexOf('/', figure.Start);
        int second = FigureReader.SkipBlanks(passage.Text, stroke + 1);
        Add(best.Pattern.Indicator, figure.Value, figure.Start, passage.Text[figure.Start..stroke].TrimEnd().Length);
        Add(best.Pattern.Whole!, figure.Denominator, second, figure.End - second);

        void Add(Indicator indicator, decimal value, int start, int length)
        {
            if (passage.Locate(start, length) is { } place)
            {
                facts.Add((new NarrativeFact(
                    indicator, new NumberValue(value), place.Block, place.Start, length, ConfidenceOf(best, fits, figure), AlternativesOf(fits)), best.Rank));
            }
        }
    }

    // Two values of one indicator in one paragraph: the better founded one counts; neither if nothing tells them apart.
    private static IEnumerable<NarrativeFact> Agreeing(List<(NarrativeFact Fact, double Rank)> facts)
    {
        foreach (IGrouping<string, (NarrativeFact Fact, double Rank)> same in facts.GroupBy(f => f.Fact.Indicator.Code, StringComparer.Ordinal))
        {
            double best = same.Max(f => f.Rank);
            var leading = same.Where(f => f.Rank == best).ToList();
            if (leading.DistinctBy(f => f.Fact.Value).Count() == 1)
            {
                yield return leading[0].Fact;
            }
        }
    }

    private static Confidence ConfidenceOf(PatternFit best, ImmutableArray<PatternFit> fits, Figure figure)
    {
        double confidence = 0.95 - (0.03 * best.Unexplained) - (0.03 * best.ContextGroups);
        confidence -= fits.Length > 1 && fits[1].Rank >= best.Rank - 1 ? 0.15 : 0;
        confidence -= figure.Kind == FigureKind.ZeroWord ? 0.1 : 0;
        return Confidence.Clamp(Math.Max(0.5, confidence));
    }

    private static ImmutableArray<IndicatorCandidate> AlternativesOf(ImmutableArray<PatternFit> fits) =>
    [
        .. fits.Skip(1).Take(AlternativesGiven)
            .Select((fit, i) => new IndicatorCandidate(fit.Pattern.Indicator, Confidence.Clamp(0.05 / (i + 1)))),
    ];
}
