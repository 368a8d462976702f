using Extractor.Models;
using Extractor.Validation;
using Extractor.Validation.Findings;
using Xunit.Abstractions;

namespace Extractor.Tests.Validation;

/// <summary>No rule cries wolf: invented reports that keep all rules, on every form there is, with cells left blank at random.</summary>
public sealed class SyntheticReportTests(ITestOutputHelper output)
{
    private const int ReportsPerForm = 40;

    // Faults of the printed forms themselves, whatever the figures; each was looked up on its form.
    private static readonly (string Form, string Rule)[] OfTheForm =
    [
        ("dien-bien-2021-9m", "R33"), ("dien-bien-2021-9m", "R35"), ("hong-hai-2023-year", "R17"), ("hong-hai-2023-year", "R35"),
    ];

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
                foreach (FindingDraft finding in validation.Findings.Where(f => !OfTheForm.Contains((form, f.Rule))))
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

    [Theory]
    [InlineData("R27")]
    [InlineData("R29")]
    [InlineData("R30")]
    [InlineData("R31")]
    public void A_fault_around_the_tables_is_found_and_no_other_rule_is_broken_by_it(string rule)
    {
        foreach (string form in SyntheticReport.Forms)
        {
            for (int i = 0; i < ReportsPerForm / 10; i++)
            {
                var random = new Random((form.Length * 1000) + i);
                var report = new SyntheticReport(form, random);
                string[] before = [.. report.Validate().Findings.Select(f => f.Message.En)];
                report.Frame = report.Frame.With(rule, random);

                FindingDraft[] news = [.. report.Validate().Findings.Where(f => !before.Contains(f.Message.En))];

                Assert.NotEmpty(news);
                Assert.All(news, f => Assert.Equal(rule, f.Rule));
            }
        }
    }
}
