using System.Globalization;
using Extractor.Evaluation;
using Extractor.Ingest;
using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Normalisation;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Metadata;

public class ReportHeadFixtureTests
{
    public static TheoryData<string> Reports => [.. Fixtures.Reports];

    public static TheoryData<string, string> Renderings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string report in Fixtures.Reports)
            {
                foreach (string ending in new[] { ".docx", ".pdf", ".browser.pdf", ".txt" })
                {
                    data.Add(report, ending);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Renderings))]
    public void Head_is_as_transcribed(string report, string ending)
    {
        AssertHead(report, ReportHeadReader.Read(HeadText.Of(DocumentNormaliser.Normalise(Ingest().Read(Fixtures.Open(report, ending), CancellationToken.None)))));
    }

    // The text layer line by line, whatever a text reader makes of it: no letterhead, or one mixed from two columns.
    [Theory, MemberData(nameof(Reports))]
    public void Head_of_bare_text_lines_is_as_transcribed(string report)
    {
        string[] lines = File.ReadAllLines(Fixtures.PathOf(report, ".txt"));
        var document = new Document
        {
            Format = FileFormat.Txt,
            Blocks = [.. lines.Where(l => l.Trim().Length > 0).Select(l => new TextBlock(new PlacedText(l.Trim()), TextStyle.Plain))],
        };

        AssertHead(report, ReportHeadReader.Read(HeadText.Of(document)));
    }

    private static DocumentIngest Ingest() => new(
    [
        new DocxReader(Options.Create(new DocxOptions())), new PdfReader(Options.Create(new PdfReaderOptions())), new PlainTextReader([.. FamilyCatalog.Names.Select(FamilyCatalog.Load)], Options.Create(new TextOptions())),
    ]);

    private static void AssertHead(string report, ReportHead head)
    {
        GoldReport gold = Fixtures.Gold(report);
        string Expected(string part) => Comparable(gold.Head.GetValueOrDefault(part) ?? "");

        Assert.Equal(Expected("title"), Comparable(head.Title.Value));
        Assert.Equal(Expected("agency"), Comparable(head.Agency.Value));
        Assert.Equal(Expected("parentAgency"), Comparable(head.ParentAgency.Value));
        Assert.Equal(Expected("number"), Comparable(head.Number.Value));
        Assert.Equal(Expected("issuedOn"), head.IssuedOn.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Assert.Equal(Expected("signer"), Comparable(head.Signer.Value));
        Assert.Equal(gold.Period, head.Period.Value);
        Assert.Equal(AdministrativeLevel.Commune, head.Level.Value);
    }

    private static string Comparable(string? text) => LookAlikes.Mend(text ?? "").Replace("ƣ", "ư", StringComparison.Ordinal);
}
