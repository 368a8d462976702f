using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Validation;

/// <summary>Findings that a careful reader of the three transcribed reports makes, one a line of tests/fixtures/expected_findings.csv.</summary>
public sealed class ExpectedFindingsTests
{
    private static readonly Dictionary<(string, string), ImmutableArray<Finding>> Known = [];

    public static TheoryData<string, string, string, string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string, string, string, string>();
        foreach (IReadOnlyDictionary<string, string> row in CsvTable.Read(File.ReadAllText(Path.Combine(Fixtures.Root, "expected_findings.csv"))))
        {
            foreach (string ending in (string[])[".docx", ".pdf", ".browser.pdf", ".txt"])
            {
                cases.Add(row["report"], ending, row["rule"], row["codes"], row["stated"], row["derived"], row["repair"]);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_finding_is_made_in_every_format(string report, string ending, string rule, string codes, string stated, string derived, string repair)
    {
        ImmutableArray<Finding> findings = FindingsOf(report, ending);

        Assert.Contains(findings, f => f.Rule == rule
            && codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(code => f.Codes.Contains(code))
            && IsNumber(f.Stated, stated) && IsNumber(f.Derived, derived)
            && (repair.Length == 0 || (f.Repair is { } hint && repair == string.Create(CultureInfo.InvariantCulture, $"{hint.Code}={hint.Value:0.####}"))));
    }

    private static bool IsNumber(decimal? figure, string text) =>
        text.Length == 0 || figure == decimal.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableArray<Finding> FindingsOf(string report, string ending)
    {
        lock (Known)
        {
            if (!Known.TryGetValue((report, ending), out ImmutableArray<Finding> findings))
            {
                Known[(report, ending)] = findings = TestPipeline.Shared.Extract(Fixtures.Open(report, ending)).Findings;
            }

            return findings;
        }
    }
}
