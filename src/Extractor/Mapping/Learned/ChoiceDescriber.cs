using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Turns the scores of a row into a choice with the probability that it is right: a logistic function of the choice's signals (Platt 1999), fitted on
/// forms left out of the fit of the scores.
/// </summary>
internal sealed class ChoiceDescriber(SchemaIndex index, MappingCalibration calibration)
{
    private const int AlternativesGiven = 3;

    // What a reviewer settled on the same form stands, but for a form changed in a way its fingerprint does not show.
    private const double RememberedConfidence = 0.999;

    /// <summary>The choice of a row with its confidence and what else it could be.</summary>
    /// <param name="node">The row.</param>
    /// <param name="report">What all choices of its report say.</param>
    public RowChoice Describe(RowNode node, ReportChoices report)
    {
        float[] signals = ChoiceSignal.Read(node, report);
        double own = node.IsRemembered ? RememberedConfidence
            : Logistic(LinearScore.Of(signals, node.Choice < 0 ? calibration.OfNone : calibration.OfIndicator));
        return new RowChoice(
            node.Row!, node.Choice < 0 ? null : index.Facts[node.Indicator].Indicator, Confidence.Clamp(own), Alternatives(node, 1 - own))
        {
            Signals = Named(node, signals).AddRange(ChoiceLeads.Of(node)),
        };
    }

    private static ImmutableArray<MappingSignal> Named(RowNode node, float[] signals)
    {
        ImmutableArray<FeatureDefinition> names = node.Choice < 0 ? ChoiceSignal.OfNone : ChoiceSignal.OfIndicator;
        var named = ImmutableArray.CreateBuilder<MappingSignal>(signals.Length);
        for (int s = 1; s < signals.Length; s++)
        {
            named.Add(new MappingSignal(names[s].Name, signals[s]));
        }

        named.Add(new MappingSignal("remembered", node.IsRemembered ? 1 : 0));
        return named.MoveToImmutable();
    }

    // What the choice leaves is shared out by the scores of the second pass, a part going to readings not listed and to none.
    private ImmutableArray<IndicatorCandidate> Alternatives(RowNode node, double left)
    {
        RowEvidence evidence = node.Evidence!;
        float top = evidence.ScoreNone;
        foreach (Candidate candidate in node.Candidates)
        {
            top = Math.Max(top, candidate.Score);
        }

        double sum = node.Choice < 0 ? 0 : Math.Exp(evidence.ScoreNone - top);
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            sum += c == node.Choice ? 0 : Math.Exp(node.Candidates[c].Score - top);
        }

        var given = ImmutableArray.CreateBuilder<IndicatorCandidate>(AlternativesGiven);
        Span<bool> isGiven = stackalloc bool[node.Candidates.Length];
        while (given.Count < AlternativesGiven)
        {
            int next = -1;
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                next = c != node.Choice && !isGiven[c] && (next < 0 || node.Candidates[c].Score > node.Candidates[next].Score) ? c : next;
            }

            if (next < 0)
            {
                break;
            }

            isGiven[next] = true;
            double share = sum > 0 ? Math.Exp(node.Candidates[next].Score - top) / sum : 0;
            given.Add(new IndicatorCandidate(index.Facts[node.Candidates[next].Indicator].Indicator, Confidence.Clamp(left * share)));
        }

        return given.ToImmutable();
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
