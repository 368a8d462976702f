using System.Diagnostics;
using System.Globalization;
using System.Text;
using Extractor.Models;

namespace Extractor.Tests.Pipeline;

/// <summary>What a result quotes stands where it says, by the word of another PDF reader (poppler's pdftotext, cropped to the box).</summary>
public class EvidenceTests
{
    public static TheoryData<string, string> PdfRenderings()
    {
        var cases = new TheoryData<string, string>();
        foreach (string report in Fixtures.Reports)
        {
            cases.Add(report, ".pdf");
            cases.Add(report, ".browser.pdf");
        }

        return cases;
    }

    [Theory, MemberData(nameof(PdfRenderings))]
    public void Every_box_covers_the_words_it_quotes(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));
        Evidence[] quotes = [.. EvidenceOf(result).Where(e => e.Text.Length > 0)];

        // One process a box: a fixed sample keeps the test short, another one for each rendering.
        var random = new Random(ending.Length + report.Length);
        foreach (Evidence quote in quotes.OrderBy(_ => random.Next()).Take(60))
        {
            Box box = Assert.NotNull(quote.Box);
            string seen = TextInside(Fixtures.PathOf(report, ending), Assert.NotNull(quote.Page), box);
            Assert.True(
                Letters(seen).Contains(Letters(quote.Text), StringComparison.Ordinal),
                $"page {quote.Page} {box}: quoted “{quote.Text}”, there stands “{seen}”");
        }
    }

    [Theory, MemberData(nameof(PdfRenderings))]
    public void Every_box_lies_on_its_page(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));
        Pdf.PdfDocument pdf = Pdf.PdfDocument.Open(File.ReadAllBytes(Fixtures.PathOf(report, ending)));
        Pdf.PdfPage[] pages = [.. Enumerable.Range(1, pdf.PageCount).Select(number => pdf.ReadPage(number))];

        foreach (Evidence quote in EvidenceOf(result))
        {
            Pdf.PdfPage page = pages[Assert.NotNull(quote.Page) - 1];
            Box box = Assert.NotNull(quote.Box);
            Assert.True(box.X0 >= -1 && box.Y0 >= -1 && box.X1 <= page.Width + 1 && box.Y1 <= page.Height + 1 && box.Width > 0 && box.Height > 0, $"{box}");
        }
    }

    private static IEnumerable<Evidence> EvidenceOf(ExtractionResult result) =>
        result.Fields.SelectMany(f => f.Evidence)
            .Concat(result.Report.Title.Evidence).Concat(result.Report.Agency.Evidence).Concat(result.Report.Signer.Evidence);

    private static string TextInside(string path, int page, Box box)
    {
        // Whole points around the box: pdftotext takes the glyphs whose middle lies inside.
        int x = (int)Math.Floor(box.X0) - 1;
        int y = (int)Math.Floor(box.Y0) - 1;
        string[] arguments =
        [
            "-f", Number(page), "-l", Number(page), "-r", "72", "-x", Number(x), "-y", Number(y),
            "-W", Number((int)Math.Ceiling(box.X1) + 1 - x), "-H", Number((int)Math.Ceiling(box.Y1) + 1 - y), "-layout", path, "-",
        ];
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })
            ?? throw new InvalidOperationException("pdftotext did not start.");
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    private static string Letters(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Replace('ƣ', 'ư').Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
