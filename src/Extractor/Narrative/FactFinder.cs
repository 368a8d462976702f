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

    // What a figure for a part of the period loses against one for the whole.
    private const double PartOfPeriodRank = 12;
    private const double PartOfPeriodConfidence = 0.25;

    /// <summary>The facts in the order of the text.</summary>
    /// <param name="document">The report.</param>
    /// <param name="schema">What it may state.</param>
    /// <param name="period">The time it covers; null if unknown.</param>
    public static ImmutableArray<NarrativeFact> Find(Document document, IndicatorSchema schema, ReportPeriod? period = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var index = ProseIndex.For(schema);
        var outline = new ProseOutline();
        var facts = ImmutableArray.CreateBuilder<NarrativeFact>();
        List<Passage> passages = PassageReader.Read(document);
        var matcher = new MentionMatcher(index);
        var periods = new PeriodScope(period?.Year ?? PeriodScope.FirstYearIn(passages), period?.Kind);
        foreach (Passage passage in passages)
        {
            outline.Enter(passage);
            if (!outline.IsFuture)
            {
                facts.AddRange(Agreeing(FactsOf(passage, outline, matcher, periods)));
            }
        }

        return facts.ToImmutable();
    }

    private static List<(NarrativeFact Fact, double Rank)> FactsOf(Passage passage, ProseOutline outline, MentionMatcher matcher, PeriodScope periods)
    {
        List<Mention> mentions = MentionReader.Read(passage);
        if (mentions.Count == 0)
        {
            return [];
        }

        var facts = new List<(NarrativeFact, double)>();
        Outline place = outline.Place();
        foreach (Mention mention in mentions)
        {
            Mention? previous = mention.Previous >= 0 ? mentions[mention.Previous] : null;
            ImmutableArray<PatternFit> fits = matcher.Match(mention, previous, place);
            PeriodFit period = fits.IsEmpty ? PeriodFit.Other : periods.Judge(mention);
            if (period != PeriodFit.Other)
            {
                AddFacts(passage, mention.Figure, fits, period == PeriodFit.Part, matcher, facts);
            }
        }

        return facts;
    }

    private static void AddFacts(
        Passage passage, Figure figure, ImmutableArray<PatternFit> fits, bool isPart, MentionMatcher matcher, List<(NarrativeFact Fact, double Rank)> facts)
    {
        PatternFit best = fits[0];
        if (figure.Kind != FigureKind.Ratio)
        {
            decimal scale = figure.Kind == FigureKind.Money ? matcher.ScaleOf(best.Pattern.Indicator) : 1;
            Add(best.Pattern.Indicator, figure.Value / scale, figure.Start, figure.Length);
            return;
        }

        // "15/29 nhiệm vụ": 15 of the 29.
        int stroke = passage.Text.IndexOf('/', figure.Start);
        int second = FigureReader.SkipBlanks(passage.Text, stroke + 1);
        Add(best.Pattern.Indicator, figure.Value, figure.Start, passage.Text[figure.Start..stroke].TrimEnd().Length);
        if (best.Pattern.Whole is { } whole)
        {
            Add(whole, figure.Denominator, second, figure.End - second);
        }

        void Add(Indicator indicator, decimal value, int start, int length)
        {
            if (passage.Locate(start, length) is { } place)
            {
                Confidence confidence = ConfidenceOf(best, fits, figure, isPart);
                facts.Add((new NarrativeFact(indicator, new NumberValue(value), place.Block, place.Start, length, confidence, AlternativesOf(fits)),
                    best.Rank - (isPart ? PartOfPeriodRank : 0)));
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

    private static Confidence ConfidenceOf(PatternFit best, ImmutableArray<PatternFit> fits, Figure figure, bool isPart)
    {
        double confidence = 0.95 - (0.03 * best.Unexplained) - (0.03 * best.ContextGroups);
        confidence -= fits.Length > 1 && fits[1].Rank >= best.Rank - 1 ? 0.15 : 0;
        confidence -= figure.Kind == FigureKind.ZeroWord ? 0.1 : 0;
        confidence -= isPart ? PartOfPeriodConfidence : 0;
        return Confidence.Clamp(Math.Max(0.5, confidence));
    }

    private static ImmutableArray<IndicatorCandidate> AlternativesOf(ImmutableArray<PatternFit> fits) =>
    [
        .. fits.Skip(1).Take(AlternativesGiven)
            .Select((fit, i) => new IndicatorCandidate(fit.Pattern.Indicator, Confidence.Clamp(0.05 / (i + 1)))),
    ];
}
