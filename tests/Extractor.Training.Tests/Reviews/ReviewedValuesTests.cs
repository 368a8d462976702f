using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Training.Reviews;
using Extractor.Validation.Repairs;

namespace Extractor.Training.Tests.Reviews;

/// <summary>"This value is that" teaches how sure readings are and which slips are usual.</summary>
public sealed class ReviewedValuesTests
{
    [Fact]
    public void A_value_agreed_with_is_right_and_a_corrected_one_is_wrong()
    {
        ReviewedValues values = Read(Line(1, "479", "479", "479"), Line(2, "4O79", "4079", "40793"), Line(3, "1,5", "1.5", "1500"));

        Assert.Equal([true, false, false], values.Cases.Select(c => c.IsRight));
        Assert.All(values.Cases, c => Assert.Equal(CaseKind.Figure, c.Kind));
        Assert.Equal([0f, 1f], values.Cases.Take(2).Select(c => c.Signals[FieldSignal.Odd]));
        Assert.Equal(new Slip?[] { Slip.DigitDropped, Slip.DecimalComma }, values.Slips.ToArray());
    }

    [Fact]
    public void The_last_word_about_a_value_counts()
    {
        string later = Line(1, "479", "479", "480").Replace("2026-03-01", "2026-03-02", StringComparison.Ordinal);

        Assert.False(Assert.Single(Read(later, Line(1, "479", "479", "479")).Cases).IsRight);
    }

    [Fact]
    public void Corrections_of_codes_teach_nothing_of_values() =>
        Assert.Equal(ReviewedValues.None, Read(Line(1, "479", "a", "b").Replace("\"value\",\"document", "\"row\",\"document", StringComparison.Ordinal)));

    [Fact]
    public void A_correction_that_is_no_figure_is_named() =>
        Assert.Contains("bốn trăm", Assert.Throws<InvalidDataException>(() => Read(Line(1, "479", "479", "bốn trăm"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Slips_that_reviewers_correct_often_weigh_more_in_hints()
    {
        SlipShares shares = SlipShares.Default.With([.. Enumerable.Repeat<Slip?>(Slip.DigitsSwapped, 300), null]);

        Assert.True(shares.Of(Slip.DigitsSwapped) > 0.6);
        Assert.True(shares.Of(Slip.DigitChanged) < SlipShares.Default.Of(Slip.DigitChanged));
        Assert.All(Enum.GetValues<Slip>(), slip => Assert.InRange(shares.Of(slip), 0.001, 0.999));
    }

    [Fact]
    public void Reviewed_values_move_the_confidence_of_cells_read_like_them_and_the_slips_of_the_model()
    {
        ConfidenceModel present = ConfidenceModelFile.ReadEmbedded();
        FieldCase[] cases = [.. SmallTraining.Confidence.Forms.SelectMany(f => f.Cases)];
        ReviewedValues values = Read([.. Enumerable.Range(1, 400).Select(i => Line(i, "4O79", "4079", "40793"))]);

        ConfidenceModel without = ConfidenceFitter.Fit(cases, present), with = ConfidenceFitter.Fit([.. cases, .. values.Cases], present);

        float[] odd = values.Cases[0].Signals;
        Assert.True(ConfidenceModel.Of(odd, with.OfFigure).Value < ConfidenceModel.Of(odd, without.OfFigure).Value - 0.05);
        Assert.NotEqual(values.Fingerprint, ReviewedValues.None.Fingerprint);
    }

    private static ReviewedValues Read(params string[] lines) => ReviewedValues.From(CorrectionFile.Parse(string.Join('\n', lines)), SmallTraining.Schema);

    private static string Line(int row, string printed, string from, string to) =>
        $$"""{"who":"lan","when":"2026-03-01T08:00:00+07:00","kind":"value","document":"r1","table":0,"row":{{row}},"code":"dossiers.received","label":"Số hồ sơ","unit":"Hồ sơ","value":"{{printed}}","format":"pdf","from":"{{from}}","to":"{{to}}"}""";
}
