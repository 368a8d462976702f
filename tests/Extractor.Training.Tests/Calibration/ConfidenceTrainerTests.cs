using System.Collections.Immutable;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Training.Figures;

namespace Extractor.Training.Tests.Calibration;

/// <summary>The confidence model is fitted the same way every time, and its figures come from fields that no fit has seen.</summary>
public sealed class ConfidenceTrainerTests
{
    private static readonly ConfidenceModel Present = ConfidenceModelFile.ReadEmbedded();

    [Fact]
    public void The_same_seed_prints_damages_and_reads_the_same_reports()
    {
        FormOutcome again = BlindReading.Read(SmallTraining.Trained.Blind[0], Present, SmallTraining.Options.Seed, default);

        Assert.Equal(Plain(SmallTraining.Confidence.Forms[0].Cases), Plain(again.Cases));
        Assert.NotEqual(Plain(again.Cases), Plain(BlindReading.Read(SmallTraining.Trained.Blind[0], Present, 99, default).Cases));
    }

    [Fact]
    public void The_same_cases_give_the_same_bytes_and_the_same_card()
    {
        ImmutableArray<ImmutableArray<FieldCase>> forms = [.. SmallTraining.Confidence.Forms.Select(f => f.Cases)];
        ConfidenceModel one = ConfidenceFitter.Fit(forms.SelectMany(f => f), Present), other = ConfidenceFitter.Fit(forms.SelectMany(f => f), Present);

        Assert.Equal(ConfidenceModelFile.Write(one), ConfidenceModelFile.Write(other));
        Assert.Equal(ConfidenceCard.Write(SmallTraining.Confidence), ConfidenceCard.Write(SmallTraining.Confidence with { Forms = [.. SmallTraining.Confidence.Forms] }));
    }

    [Fact]
    public void Confidences_of_a_form_come_from_weights_that_were_not_fitted_on_its_fields()
    {
        ImmutableArray<ImmutableArray<FieldCase>> forms = [.. SmallTraining.Confidence.Forms.Select(f => f.Cases)];
        for (int held = 0; held < forms.Length; held++)
        {
            ConfidenceModel onOthers = ConfidenceFitter.Fit(forms.Where((_, f) => f != held).SelectMany(f => f), Present);

            Assert.Equal(ConfidenceFitter.Apply(onOthers, forms[held]).Select(c => c.Confidence), SmallTraining.Confidence.Judged[held].Select(c => c.Confidence));
            Assert.NotEqual(
                ConfidenceFitter.Apply(SmallTraining.Confidence.Model, forms[held]).Select(c => c.Confidence), SmallTraining.Confidence.Judged[held].Select(c => c.Confidence));
        }
    }

    [Fact]
    public void Weights_have_the_sign_their_signals_may_have()
    {
        foreach (float[] weights in (float[][])[SmallTraining.Confidence.Model.OfFigure, SmallTraining.Confidence.Model.OfEmpty])
        {
            Assert.All(FieldSignal.Definitions.Zip(weights), p => Assert.True(p.First.Sign * p.Second >= 0, $"{p.First.Name} {p.Second}"));
        }

        Assert.True(SmallTraining.Confidence.Model.OfFigure[FieldSignal.Holding + 1] < 0);
    }

    [Fact]
    public void What_was_fitted_is_nearer_the_truth_on_forms_left_out_than_what_was_set_by_hand()
    {
        FieldCase[] figures = [.. SmallTraining.Confidence.Judged.SelectMany(j => j).Where(c => c.Kind is CaseKind.Figure or CaseKind.Empty)];
        float[] byHand = [0, 1, 0, 1.3863f, -0.5108f, 0.2624f, -0.1054f, 0, -0.6931f, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var fitted = CalibrationFigures.Of(figures.Select(c => (c.Confidence, c.IsRight)));
        var hand = CalibrationFigures.Of(figures.Select(c => (ConfidenceModel.Of(c.Signals, byHand).Value, c.IsRight)));

        // Six forms decide little about the squared error: the fit must not lose by it, and must win by what it is for.
        Assert.True(fitted.BrierScore < 1.01 * hand.BrierScore, $"{fitted} against {hand}");
        Assert.True(fitted.Auroc > hand.Auroc, $"{fitted} against {hand}");
        Assert.True(fitted.ExpectedCalibrationError < hand.ExpectedCalibrationError, $"{fitted} against {hand}");
        Assert.True(fitted.ExpectedCalibrationError <= 0.05, $"{fitted}");
    }

    private static IEnumerable<string> Plain(ImmutableArray<FieldCase> cases) => cases.Select(c => $"{c.Kind} {c.Format} {c.IsRight} {string.Join(' ', c.Signals)}");
}
