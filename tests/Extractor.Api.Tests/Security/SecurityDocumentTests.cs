using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Api.Jobs;
using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Api.Tests.Security;

/// <summary>What docs/security.md says is true: the tests it names are there, its rules are whole, its figures are the program's.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    private static readonly object[] Options = [new ApiOptions(), new JobOptions(), new QuotaOptions(), new DocxOptions(), new PdfReaderOptions(), new TextOptions(), new WorkerOptions()];

    /// <summary>Rules of chapter V5 in version 5.0.</summary>
    private static readonly string[] Rules =
        ["5.1.1", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "5.2.5", "5.2.6", "5.3.1", "5.3.2", "5.3.3", "5.4.1", "5.4.2", "5.4.3"];

    [Fact]
    public void Every_test_the_document_names_exists()
    {
        HashSet<string> tests = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))];
        string[] named = [.. NamedTest().Matches(Document).Select(match => match.Groups[1].Value).Distinct()];

        Assert.True(named.Length > 50, $"only {named.Length}");
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public void Every_rule_of_the_chapter_stands_in_the_document_with_a_test()
    {
        string[] rows = [.. Document.Split('\n').Where(line => line.StartsWith("| 5.", StringComparison.Ordinal))];

        Assert.Equal(Rules, rows.Select(row => row[2..7]));
        Assert.All(rows, row => Assert.Matches(NamedTest(), row));
    }

    [Fact]
    public void The_bounds_in_the_document_are_those_of_the_program()
    {
        Match[] bounds = [.. Bound().Matches(Document).Cast<Match>()];

        Assert.True(bounds.Length > 10, $"only {bounds.Length}");
        Assert.All(bounds, bound =>
        {
            object options = Assert.Single(Options, options => options.GetType().Name == bound.Groups[1].Value);
            object? value = options.GetType().GetProperty(bound.Groups[2].Value)?.GetValue(options);
            Assert.Equal(bound.Groups[3].Value, Convert.ToString(value, CultureInfo.InvariantCulture));
        });
    }

    [GeneratedRegex(@"\[(?:Fact|Theory|Property)[^\r\n]*\][\s\S]{0,4000}?public (?:async )?(?:Task|void) ([A-Z]\w+)\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"`([A-Z][a-z0-9]*(?:_\w+)+)`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\| `(\w+)\.(\w+)` \| (\d+) \|", RegexOptions.NonBacktracking)]
    private static partial Regex Bound();
}
