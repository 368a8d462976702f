using Extractor.Models;
using Extractor.Validation;
using Extractor.Validation.Findings;
using Xunit.Abstractions;

namespace Extractor.Tests.Validation;

/// <summary>No rule cries wolf: invented reports that keep all rules, on every form there is, with cells left blank at random.</summary>
public sealed class SyntheticReportTests(ITestOutputHelper output)
{
    private const int ReportsPerForm = 40;

    // Faults of the printed form itself, whatever the figures: forms number rows twice and print wrong units.
    private static readonly string[] OfTheForm = ["R33", "R35", "R17"];

    [Fact]
    public void Consistent_reports_break_no_rule()
    {
        int reports = 0;
        int errors = 0;
        int warnings = 0;
        foreach (string form in SyntheticReport.Forms)
        {
            for (int i = 0; i < ReportsPerForm; i++)
            {
                ValidationReport validation = new SyntheticReport(form, new Random((form.Length * 1000) + i)).Validate();
                reports++;
                foreach (FindingDraft finding in validation.Findings.Where(f => !OfTheForm.Contains(f.Rule)))
                {
                    errors += finding.Severity == Severity.Error ? 1 : 0;
                    warnings += finding.Severity == Severity.Warning ? 1 : 0;
                    output.WriteLine($"{form}: {finding.Rule} {finding.Message.En}");
                }
            }
        }

        output.WriteLine($"{reports} reports, {errors} errors, {warnings} warnings");
        Assert.Equal(0, errors);
        Assert.True(warnings * 100 <= reports, $"{warnings} warnings in {reports} reports");
    }
}
