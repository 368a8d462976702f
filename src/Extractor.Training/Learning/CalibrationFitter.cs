using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Training.Fitting;

namespace Extractor.Training.Learning;

/// <summary>Fits the probability of a choice being right to outcomes the weights were not fitted on (Platt 1999).</summary>
internal static class CalibrationFitter
{
    private const double Ridge = 2;

    /// <summary>Calibration for these outcomes.</summary>
    public static MappingCalibration Fit(IEnumerable<RowOutcome> outcomes)
    {
        ILookup<bool, RowOutcome> byKind = outcomes.ToLookup(o => o.Chosen is null);
        return new MappingCalibration(Fit(byKind[false], ChoiceSignal.OfIndicator), Fit(byKind[true], ChoiceSignal.OfNone));
    }

    /// <summary>Outcomes with their confidence.</summary>
    public static ImmutableArray<RowOutcome> Apply(MappingCalibration calibration, IEnumerable<RowOutcome> outcomes) =>
    [
        .. outcomes.Select(o => o with
        {
            Confidence = 1 / (1 + Math.Exp(-LinearScore.Of(o.Signals, o.Chosen is null ? calibration.OfNone : calibration.OfIndicator))),
        }),
    ];

    // Right against wrong is a choice between two readings, the second of which has no evidence of its own.
    private static float[] Fit(IEnumerable<RowOutcome> outcomes, ImmutableArray<FeatureDefinition> signals) =>
        ChoiceModel.Fit([.. outcomes.Select(o => new ChoiceCase(o.Signals, [], [o.IsRight, !o.IsRight], 1))], signals, [], Ridge, null).Candidates;
}
