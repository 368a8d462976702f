using Extractor.Training.Figures;

namespace Extractor.Training.Tests.Figures;

public class CalibrationFiguresTests
{
    [Fact]
    public void Confidences_that_come_true_have_no_error()
    {
        CalibrationFigures figures = CalibrationFigures.Of([.. Enumerable.Range(0, 100).Select(i => (0.75, i % 4 != 0))]);

        Assert.Equal(0.75, figures.Accuracy, 9);
        Assert.Equal(0, figures.ExpectedCalibrationError, 9);
        Assert.Equal(0.5, figures.Auroc, 9);
        Assert.Equal(0.1875, figures.BrierScore, 9);
    }

    [Fact]
    public void Confidence_in_what_is_wrong_is_an_error() =>
        Assert.Equal(0.9, CalibrationFigures.Of([(0.9, false), (0.9, false)]).ExpectedCalibrationError, 9);

    [Fact]
    public void A_ranking_without_a_fault_has_an_auroc_of_one()
    {
        CalibrationFigures figures = CalibrationFigures.Of([(0.9, true), (0.8, true), (0.4, false), (0.3, false)]);

        Assert.Equal(1, figures.Auroc, 9);
        Assert.Equal(0.5, figures.Untouched, 9);
        Assert.Equal(0, CalibrationFigures.Of([(0.1, true), (0.9, false)]).Auroc, 9);
    }

    [Fact]
    public void Rows_of_one_confidence_pass_together_or_not_at_all() =>
        Assert.Equal(0, CalibrationFigures.Of([(0.9, true), (0.9, true), (0.9, false)]).Untouched, 9);

    [Fact]
    public void No_judgements_make_no_figures() => Assert.Equal(0, CalibrationFigures.Of([]).Count);
}
