using System.Text;
using Extractor.Models;

namespace Extractor.Cli.Tests.Check;

public sealed class CheckCommandTests
{
    [Fact]
    public void Findings_between_the_reports_of_an_agency_are_printed()
    {
        using var cli = new CliHarness();
        cli.Write("results/q1.json", Result(1, "dossiers.pending", 12));
        cli.Write("results/q2.json", Result(2, "dossiers.carried_over", 15));

        int code = cli.Run("check", cli.PathOf("results"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("UBND xã A\tR07#1\tError\t", cli.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 results; 1 findings\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_result_is_named_and_the_rest_is_checked()
    {
        using var cli = new CliHarness();
        cli.Write("results/q1.json", Result(1, "dossiers.pending", 12));
        cli.Write("results/zzz.json", "{}");

        int code = cli.Run("check", cli.PathOf("results"));

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Contains("zzz.json", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith("1 results; 0 findings\n", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_told()
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.SomeFailed, cli.Run("check", cli.PathOf("nowhere")));
        Assert.Single(cli.ErrorLines);
    }

    private static string Result(int quarter, string code, decimal value)
    {
        IndicatorSchema schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);
        static Stated<T> Missing<T>() => Stated.Missing<T>();
        var head = new ReportHead(
            Missing<string>(), new Stated<string>("UBND xã A", Confidence.Full, []), Missing<string>(), Missing<string>(), Missing<DateOnly?>(),
            new Stated<ReportPeriod>(new ReportPeriod(PeriodKind.Quarter, 2023, quarter), Confidence.Full, []), Missing<AdministrativeLevel?>(),
            Missing<string>(), Missing<string>(), Missing<System.Collections.Immutable.ImmutableArray<string>>());
        var field = new Field(code, "", ValueKind.Count, null, new NumberValue(value), "", FieldStatus.Reported, Confidence.Full, [], [], [], []);
        return Encoding.UTF8.GetString(ExtractorJson.Serialize(new ExtractionResult(
            new SchemaReference(schema.Family, schema.Version), new DocumentInfo("a.docx", new string('0', 64), FileFormat.Docx, 1, null), head, [field], [], [], [],
            new Coverage(null, 0, 0, 0, 0, []))));
    }
}
