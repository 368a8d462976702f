using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Validation.Repairs;

namespace Extractor.Scoring;

/// <summary>
/// The calibrator over what mapping, reading, other places, rules and the report as a whole say of a field: logistic regressions with sign constraints, one
/// for figures of tables, one for cells without a figure, one for figures of the prose and one for rows that are none of the schema. Never changes, so threads share it.
/// </summary>
internal sealed record ConfidenceModel
{
    /// <summary>Version of the signals this program computes; changes whenever one is added, dropped or computed another way.</summary>
    public const int CurrentSignalVersion = 1;

    // No single report proves a reading beyond doubt: leave one error in ten thousand.
    private const double Ceiling = 0.9999;

    /// <summary>SHA-256 over what the weights were fitted on.</summary>
    public required string TrainingData { get; init; }

    /// <summary>Weights for figures of tables.</summary>
    public required float[] OfFigure { get; init; }

    /// <summary>Weights for cells without a figure.</summary>
    public required float[] OfEmpty { get; init; }

    /// <summary>Weights for figures of the prose.</summary>
    public required float[] OfProse { get; init; }

    /// <summary>Weights for rows taken for none of the schema.</summary>
    public required float[] OfForeign { get; init; }

    /// <summary>How often each kind of slip is met, reviewers' corrections included.</summary>
    public SlipShares Slips { get; init; } = SlipShares.Default;

    /// <summary>Mean squared error of the confidences on forms left out of their fit; null where there was none.</summary>
    public double? Brier { get; init; }

    /// <summary>By form, how many fields and how many right ones a model that had seen nothing of the form was judged by.</summary>
    public ImmutableArray<HeldOutForm> HeldOut { get; init; } = [];

    /// <summary>The weights that apply to a field.</summary>
    public float[] WeightsFor(FieldEvidence field) => field.IsProse ? OfProse : field.Status == FieldStatus.Reported ? OfFigure : OfEmpty;

    /// <summary>The confidence of a field with the parts it is made of.</summary>
    /// <param name="field">What is known of it.</param>
    /// <param name="mapping">What moved the mapping's part.</param>
    public ConfidenceExplanation Explain(FieldEvidence field, ImmutableArray<MappingSignal> mapping)
    {
        float[] signals = FieldSignal.Read(field);
        float[] weights = WeightsFor(field);
        double own = FieldSignal.Logit(field.Mapping * field.Reading);
        double agreement = Sum(signals, weights, FieldSignal.Agreeing, FieldSignal.Holding);
        double rules = Sum(signals, weights, FieldSignal.Holding, FieldSignal.AfterRules);
        double rest = Sum(signals, weights, 0, FieldSignal.Agreeing) + Sum(signals, weights, FieldSignal.AfterRules, FieldSignal.Count) - own;
        return new ConfidenceExplanation(field, Math.Exp(agreement), Math.Exp(rules), Math.Exp(rest), Probability(own + agreement + rules + rest), mapping);
    }

    /// <summary>Probability that a row is none of the schema, as the mapping says.</summary>
    /// <param name="mapping">The mapping's probability.</param>
    /// <param name="nearby">Mean probability of the rows around it.</param>
    /// <param name="report">What the whole report says.</param>
    public Confidence OfForeignRow(double mapping, double nearby, ReportTrust report) =>
        Of(ForeignSignal.Read(mapping, nearby, report), OfForeign);

    /// <summary>The confidence that some weights make of signals.</summary>
    public static Confidence Of(float[] signals, float[] weights) => Probability(Sum(signals, weights, 0, signals.Length));

    private static Confidence Probability(double logit) => new(Math.Min(Ceiling, 1 / (1 + Math.Exp(-logit))));

    private static double Sum(float[] signals, float[] weights, int from, int to)
    {
        double sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += signals[i] * weights[i];
        }

        return sum;
    }
}
