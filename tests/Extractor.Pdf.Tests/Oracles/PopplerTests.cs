namespace Extractor.Pdf.Tests.Oracles;

public sealed class PopplerTests
{
    private static IEnumerable<string> Names => PdfFixtures.Reports()
        .Where(path => File.Exists(SourceOf(path)) && !path.Contains(".scan.", StringComparison.Ordinal))
        .Select(path => Path.GetFileName(path));

    public static TheoryData<string> Reports() => [.. Names];

    public static TheoryData<string> BrowserReports() => [.. Names.Where(IsFromBrowser)];

    public static TheoryData<string> OfficeReports() => [.. Names.Where(file => !IsFromBrowser(file))];

    [Theory]
    [MemberData(nameof(OfficeReports))]
    public void Words_are_those_of_the_file_that_was_printed(string file)
    {
        string path = PathOf(file);
        WordBag source = SourceText.OfDocx(SourceOf(path));

        WordBag found = WordBag.OfFile(path);

        // Narrow columns break numbers such as "3.3.1." over two lines; the letters are all there.
        Assert.True(source.FoundIn(found) >= 0.97, $"{source.FoundIn(found):P2}: {source.Difference(found)}");
        Assert.Equal(1, source.Characters().FoundIn(found.Characters()), 3);
    }

    [Theory]
    [MemberData(nameof(BrowserReports))]
    public void Words_are_those_pdftotext_finds(string file)
    {
        WordBag expected = Tool.PdfToText(PathOf(file));

        WordBag found = WordBag.OfFile(PathOf(file));

        // pdftotext joins "= 0" across a narrow blank, seven times in one of the files.
        Assert.True(found.Agreement(expected) >= 0.997, $"{found.Agreement(expected):P2}: {found.Difference(expected)}");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Letters_are_those_pdftotext_finds(string file)
    {
        // Letters, for pdftotext cuts words where LibreOffice changes to a fallback font.
        WordBag expected = Tool.PdfToText(PathOf(file)).Characters();

        WordBag found = WordBag.OfFile(PathOf(file), withClipped: true).Characters();

        Assert.True(found.Agreement(expected) >= 0.9999, $"{found.Agreement(expected):P3}: {found.Difference(expected)}");
    }

    private static bool IsFromBrowser(string file) => file.Contains(".browser.", StringComparison.Ordinal);

    private static string PathOf(string file) => PdfFixtures.Reports().Single(report => Path.GetFileName(report) == file);

    private static string SourceOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path).Split('.')[0] + ".docx");
}
