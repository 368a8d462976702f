using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Confidence of a choice: a logistic function of its lead over the next best reading (another indicator, or none) and of its label match.
/// The constants were fitted on the rows of ten unseen forms, each with and without the aliases, and tested on each form left out of the fit
/// (see docs/adr/0011-mapping-confidence.md).
/// </summary>
internal sealed class MappingConfidence(SchemaIndex index, HeuristicWeights weights)
{
    private const double LeadSlope = 3.0;
    private const double TextSlope = 2.7;
    private const double Offset = 1.4;
    private const double ForeignLeadSlope = 2.9;
    private const double ForeignOffset = 0.35;
    private const double LargestLead = 0.6;
    private const double LargestText = 1.2;

    /// <summary>Scores this far apart make one alternative about e times as likely as the other.</summary>
    private const double AlternativeScale = 0.14;

    private const int AlternativesGiven = 3;

    /// <summary>The choice of a row with its confidence and what else it could be.</summary>
    public RowChoice Describe(RowNode node)
    {
        ImmutableArray<IndicatorCandidate> alternatives = Alternatives(node, out double rest);
        if (node.Choice < 0)
        {
            double best = node.Candidates.Length == 0 ? 0 : node.Candidates[0].Score;
            double confidence = Logistic((ForeignLeadSlope * Lead(weights.Foreign - best)) + ForeignOffset);
            return new RowChoice(node.Row!, null, Confidence.Clamp(confidence), Scale(alternatives, 1 - confidence, rest));
        }

        Candidate chosen = node.Candidates[node.Choice];
        double next = weights.Foreign;
        foreach (Candidate other in node.Candidates)
        {
            next = other.Indicator == chosen.Indicator ? next : Math.Max(next, other.Score);
        }

        double own = Logistic((LeadSlope * Lead(chosen.Score - next)) + (TextSlope * Math.Clamp(chosen.Text, 0, LargestText)) + Offset);
        return new RowChoice(node.Row!, index.Facts[chosen.Indicator].Indicator, Confidence.Clamp(own), Scale(alternatives, 1 - own, rest));
    }

    private ImmutableArray<IndicatorCandidate> Alternatives(RowNode node, out double sum)
    {
        var alternatives = ImmutableArray.CreateBuilder<IndicatorCandidate>(AlternativesGiven);
        sum = 0;
        double top = node.Candidates.Length == 0 ? 0 : node.Candidates[0].Score;
        for (int c = 0; c < node.Candidates.Length && alternatives.Count < AlternativesGiven; c++)
        {
            if (c != node.Choice)
            {
                double weight = Math.Exp((node.Candidates[c].Score - top) / AlternativeScale);
                sum += weight;
                alternatives.Add(new IndicatorCandidate(index.Facts[node.Candidates[c].Indicator].Indicator, Confidence.Clamp(weight)));
            }
        }

        return alternatives.ToImmutable();
    }

    // What the choice leaves is shared out among the alternatives, a part going to readings not listed.
    private static ImmutableArray<IndicatorCandidate> Scale(ImmutableArray<IndicatorCandidate> alternatives, double left, double sum)
    {
        var scaled = ImmutableArray.CreateBuilder<IndicatorCandidate>(alternatives.Length);
        foreach (IndicatorCandidate candidate in alternatives)
        {
            scaled.Add(candidate with { Confidence = Confidence.Clamp(0.8 * left * candidate.Confidence.Value / sum) });
        }

        return scaled.MoveToImmutable();
    }

    // A lead beyond what tells the right rows from the wrong ones says nothing more.
    private static double Lead(double lead) => Math.Clamp(lead, -LargestLead, LargestLead);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
