using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Training.Learning;

namespace Extractor.Training.Tests.Learning;

public class ModelTrainerTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_the_same_card()
    {
        TrainingResult again = ModelTrainer.Train(SmallTraining.Data, SmallTraining.Options);

        Assert.Equal(MappingModelFile.Write(SmallTraining.Trained.Model), MappingModelFile.Write(again.Model));
        Assert.Equal(
            ModelCard.Write(SmallTraining.Trained, SmallTraining.Data, SmallTraining.Options),
            ModelCard.Write(again, SmallTraining.Data, SmallTraining.Options));
    }

    [Fact]
    public void Every_row_of_every_form_is_judged_by_a_model_that_left_it_out()
    {
        Assert.Equal(SmallTraining.Data.Forms.Select(f => f.Name), SmallTraining.Trained.HeldOut.Select(o => o[0].Form));
        Assert.Equal(SmallTraining.Data.Forms.Select(f => f.Codes.Length), SmallTraining.Trained.HeldOut.Select(o => o.Length));
        Assert.All(SmallTraining.Trained.Model.HeldOut, h => Assert.InRange(h.Right, h.Rows / 2, h.Rows));
    }

    [Fact]
    public void Choices_on_a_form_come_from_weights_that_were_not_fitted_on_its_rows()
    {
        var held = new HeldOutForms(SmallTraining.Schema, SmallTraining.Data.Forms, [], null);
        ImmutableArray<ImmutableArray<RowOutcome>> outcomes = held.Judge(default);
        for (int f = 0; f < outcomes.Length; f++)
        {
            MappingWeights onOthers = WeightFitter.Fit([.. held.Readings.Where(r => r.Form.Source != held.Readings[f].Form.Source)], null);

            Assert.Equal(held.Readings[f].Judge(onOthers).SelectMany(o => o.Signals), outcomes[f].SelectMany(o => o.Signals));
            Assert.NotEqual(held.Readings[f].Judge(WeightFitter.Fit(held.Readings, null)).SelectMany(o => o.Signals), outcomes[f].SelectMany(o => o.Signals));
        }
    }

    [Fact]
    public void Confidences_of_a_form_come_from_a_calibration_that_was_not_fitted_on_its_rows()
    {
        foreach (ImmutableArray<RowOutcome> held in SmallTraining.Trained.HeldOut)
        {
            MappingCalibration onOthers = CalibrationFitter.Fit(SmallTraining.Trained.HeldOut.Where(o => o != held).SelectMany(o => o));
            MappingCalibration onAll = CalibrationFitter.Fit(SmallTraining.Trained.HeldOut.SelectMany(o => o));

            Assert.Equal(CalibrationFitter.Apply(onOthers, held).Select(o => o.Confidence), held.Select(o => o.Confidence));
            Assert.NotEqual(CalibrationFitter.Apply(onAll, held).Select(o => o.Confidence), held.Select(o => o.Confidence));
        }
    }

    [Fact]
    public void Other_data_has_another_fingerprint()
    {
        TrainingData less = SmallTraining.Data with { Forms = SmallTraining.Data.Forms.RemoveAt(0) };

        Assert.NotEqual(SmallTraining.Data.Fingerprint(), less.Fingerprint());
        Assert.Equal(SmallTraining.Data.Fingerprint(), SmallTraining.Trained.Model.TrainingData);
    }
}
