using System.Globalization;

namespace Extractor.Training.Tests;

/// <summary>The shipped model on forms that no training has read: these must never move to the labelled forms without others taking their place.</summary>
public class HeldOutMeasurementTests
{
    private const int FewestRows = 1000;
    private const double FewestRight = 0.96;
    private const double LargestCalibrationError = 0.025;

    [Fact]
    public void The_shipped_model_reads_forms_it_has_not_seen()
    {
        string folder = Path.Combine(Repository.Fixtures, "unseen-forms");
        if (Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Length == 0)
        {
            // Forms whose errors were read have joined the labelled ones, and no others have been written yet: there is nothing to hold.
            return;
        }

        string[] report = HeldOutMeasurement.Take(folder, modelFile: null).Report.Split('\n');
        string[] all = report.Single(line => line.StartsWith("all\t", StringComparison.Ordinal)).Split('\t');

        Assert.DoesNotContain(report, line => line.Contains("(trained on)", StringComparison.Ordinal));
        Assert.True(Number(all[1]) > FewestRows);
        Assert.InRange(Number(all[2]), FewestRight, 1);
        Assert.InRange(Number(all[4]), 0, LargestCalibrationError);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
