using System.Collections.Immutable;
using Extractor.Ingest.Docx;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Tests.Mapping;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Tables;

public class FixtureTablesTests
{
    public static TheoryData<string> Reports => [.. Fixtures.Reports];

    [Theory, MemberData(nameof(Reports))]
    public void The_appendix_of_a_report_comes_out_as_transcribed(string report)
    {
        Document document = new DocxReader(Options.Create(new DocxOptions())).Read(Fixtures.Open(report, ".docx"), CancellationToken.None);

        StatisticalTable table = Assert.Single(StatisticalTableFinder.Find(document, FamilyCatalog.Load("cchc")));

        ImmutableArray<StatisticalRow> gold = GoldRows.Read(report).Tables[0].Rows;
        Assert.StartsWith("Phụ lục", table.Caption, StringComparison.Ordinal);
        Assert.Equal(gold.Select(Texts), table.Rows.Select(Texts));
    }

    private static string Texts(StatisticalRow row) =>
        string.Join('|', row.Stt.TrimEnd('.'), row.Group, Squeeze(row.Label), Squeeze(row.Unit), Squeeze(row.Value), Squeeze(row.Note));

    private static string Squeeze(PlacedText text) => string.Concat(text.Text.Where(c => !char.IsWhiteSpace(c)));
}
