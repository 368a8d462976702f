using System.Globalization;

namespace Extractor.Training.Tests;

/// <summary>The shipped model on forms that no training has read: these must never move to the labelled forms without others taking their place.</summary>
public class HeldOutMeasurementTests
{
    private const int FewestRows = 2400;
    private const double FewestRight = 0.98;
    private const double LeastAuroc = 0.96;
    private const double LeastUntouched = 0.85;
    private const double LargestCalibrationError = 0.02;

    [Fact]
    public void The_shipped_model_reads_forms_it_has_not_seen()
    {
        string folder = Path.Combine(Repository.Fixtures, "unseen-forms");
        string[] report = HeldOutMeasurement.Take(folder, modelFile: null).Report.Split('\n');
        string[] all = report.Single(line => line.StartsWith("all\t", StringComparison.Ordinal)).Split('\t');

        Assert.DoesNotContain(report, line => line.Contains("(trained on)", StringComparison.Ordinal));
        Assert.True(Number(all[1]) > FewestRows);
        Assert.InRange(Number(all[2]), FewestRight, 1);
        Assert.InRange(Number(all[4]), 0, LargestCalibrationError);
        Assert.InRange(Number(all[5]), LeastAuroc, 1);
        Assert.InRange(Number(all[6]), LeastUntouched, 1);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
