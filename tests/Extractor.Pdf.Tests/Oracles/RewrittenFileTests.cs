using System.Net;
using System.Text;

namespace Extractor.Pdf.Tests.Oracles;

/// <summary>Reports rewritten or printed anew by other programs keep their words.</summary>
public sealed class RewrittenFileTests : IDisposable
{
    private readonly string _folder = GoneWithThisProcess.NewFolder("pdf");

    public static TheoryData<string, string> Rewritings()
    {
        TheoryData<string, string> cases = [];
        foreach (string file in (string[])["hoang-thanh-2021-9m.pdf", "hong-hai-2023-year.browser.pdf"])
        {
            foreach (string arguments in (string[])
                ["--object-streams=generate", "--linearize", "--qdf", "--allow-weak-crypto --encrypt||owner|40|--", "--allow-weak-crypto --encrypt||owner|128|--use-aes=y|--", "--encrypt||owner|256|--"])
                cases.Add(file, arguments);
        }

        return cases;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NeedsTool("qpdf")]
    [MemberData(nameof(Rewritings))]
    public void Files_rewritten_by_qpdf_keep_their_words(string file, string arguments)
    {
        string[] options = [.. arguments.Split(' ').SelectMany(part => part.Split('|'))];
        string target = Path.Combine(_folder, "rewritten.pdf");
        Tool.Run("qpdf", [.. options, PathOf(file), target], tolerated: 3);

        AssertSameWords(file, target, 1);
    }

    [NeedsTool("gs")]
    [InlineData("hoang-thanh-2021-9m.pdf")]
    [InlineData("hong-hai-2023-year.browser.pdf")]
    public void Files_rewritten_by_Ghostscript_keep_their_words_or_are_warned_of(string file)
    {
        string target = Path.Combine(_folder, "distilled.pdf");
        Tool.Run("gs", ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-sOutputFile=" + target, PathOf(file)]);

        // Ghostscript 10.0 ruins the ToUnicode tables of Chromium's fonts: letters above U+00FF lose their high byte.
        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(target));
        if (!document.ReadPage(1).Warnings.Any(warning => warning.Code == "font.control-characters"))
            AssertSameWords(file, target, 0.999);
        Assert.Equal(CountGlyphs(PathOf(file)), CountGlyphs(target));
    }

    [Theory]
    [InlineData("hoang-thanh-2021-9m.pdf", 1.0)]
    [InlineData("hong-hai-2023-year.browser.pdf", 1.0)]
    public void A_damaged_cross_reference_costs_no_word(string file, double least)
    {
        byte[] bytes = File.ReadAllBytes(PathOf(file));
        int place = bytes.AsSpan().LastIndexOf("startxref"u8);
        bytes.AsSpan(place + 10, 4).Fill((byte)'9');
        string target = Path.Combine(_folder, "damaged.pdf");
        File.WriteAllBytes(target, bytes);

        AssertSameWords(file, target, least);
    }

    [NeedsTool("soffice")]
    [InlineData("hong-hai-2023-year.docx")]
    public void A_file_printed_by_LibreOffice_has_the_letters_of_its_source(string file)
    {
        string source = PathOf(file);
        Tool.Run("soffice", ["-env:UserInstallation=file://" + _folder + "/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder, source]);

        WordBag letters = SourceText.OfDocx(source).Characters();
        WordBag found = WordBag.OfFile(Path.Combine(_folder, Path.ChangeExtension(file, ".pdf"))).Characters();

        Assert.True(letters.FoundIn(found) >= 0.999, $"{letters.FoundIn(found):P2}: {letters.Difference(found)}");
    }

    [NeedsTool("chromium")]
    [InlineData("serif")]
    [InlineData("sans-serif")]
    public void A_page_printed_by_Chromium_has_the_words_of_its_source(string font)
    {
        string[] words = File.ReadAllText(PathOf("hong-hai-2023-year.txt")).Normalize(NormalizationForm.FormC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[..1500];
        // Kept in one piece each: a browser breaks lines behind the hyphens of decision numbers, too.
        string text = string.Join(' ', words.Select(word => $"<span style='white-space:nowrap'>{WebUtility.HtmlEncode(word)}</span>"));
        string page = Path.Combine(_folder, "page.html");
        string target = Path.Combine(_folder, "page.pdf");
        File.WriteAllText(page, $"<meta charset=utf-8><body style='font-family:{font}'>{text}</body>");
        Tool.Run("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=" + _folder + "/profile",
            "--print-to-pdf=" + target, "file://" + page]);

        WordBag source = new(words);
        WordBag found = WordBag.OfFile(target);

        Assert.True(source.Agreement(found) >= 0.999, $"{source.Agreement(found):P2}: {source.Difference(found)}");
    }

    private static int CountGlyphs(string path)
    {
        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(path));
        return Enumerable.Range(1, document.PageCount).Sum(number => document.ReadPage(number).Glyphs.Count(IsSeen));
    }

    private static bool IsSeen(PdfGlyph glyph) => glyph.Flags == PdfGlyphFlags.None && !string.IsNullOrWhiteSpace(glyph.Text);

    private static string PathOf(string file) => Path.Combine(PdfFixtures.ReportFolder(file), file);

    private static void AssertSameWords(string original, string rewritten, double least)
    {
        WordBag expected = WordBag.OfFile(PathOf(original));
        WordBag found = WordBag.OfFile(rewritten);

        Assert.True(expected.Agreement(found) >= least, $"{expected.Agreement(found):P2}: {expected.Difference(found)}");
    }
}
