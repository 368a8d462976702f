using Extractor.Ingest.Pdf;
using Extractor.Layout;
using Extractor.Models;
using Extractor.Pdf;
using Extractor.Tests.Ingest.Pdf;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Layout;

/// <summary>Every word of a page lands in exactly one place of the document.</summary>
public sealed class WordCensusTests
{
    public static TheoryData<string, string> Printed()
    {
        var data = new TheoryData<string, string>();
        foreach (string report in Fixtures.Reports)
        {
            data.Add(report, ".pdf");
            data.Add(report, ".browser.pdf");
        }

        return data;
    }

    [Theory, MemberData(nameof(Printed))]
    public void No_word_of_a_report_is_lost_or_doubled_but_repeated_headers(string report, string ending)
    {
        SourceFile file = Fixtures.Open(report, ending);
        Document document = new PdfReader(Options.Create(new PdfReaderOptions())).Read(file, CancellationToken.None);
        List<PlacedWord> placed = [.. Texts(document.Blocks).Concat(document.Notes.Select(static note => note.Text)).Concat(document.Furniture).SelectMany(static text => text.Words)];
        HashSet<(int Page, Box Area)> places = [.. placed.Select(static word => (word.Page, word.Area))];
        HashSet<string> marks = [.. document.Notes.Select(static note => note.Mark), .. Texts(document.Blocks).SelectMany(static text => text.NoteMarks)];
        HashSet<string> headers = [.. document.Blocks.OfType<TableBlock>().SelectMany(static table => table.Cells.Where(cell => cell.Row < table.HeaderRowCount))
            .SelectMany(static cell => cell.Text.Words.Select(word => cell.Text.Text.Substring(word.Start, word.Length)))];

        var damage = default(TextDamage);
        PdfDocument pdf = PdfDocument.Open(file.Bytes);
        List<string> missing = [.. Enumerable.Range(1, pdf.PageCount)
            .SelectMany(page => PdfWords.Find(pdf.ReadPage(page), ref damage).Where(word => !places.Contains((page, word.Area))))
            .Select(static word => word.Text).Where(text => !marks.Contains(text.Trim('(', ')', '[', ']')) && !headers.Contains(text))];

        Assert.Equal(placed.Count, places.Count);
        Assert.Empty(missing);
    }

    [Property(MaxTest = 300)]
    public bool Words_go_in_and_come_out_once_whatever_is_drawn(int seed)
    {
        var random = new Random(seed);
        string[] vocabulary = ["Tổng", "số", "hồ", "sơ", "1", "2.1.", "STT", "TT", "Chỉ", "tiêu", "-", "(a)", "IV", "12,5%", "Trong", "đó", "Không", "=", "0;"];
        var pages = new List<PageSketch>();
        for (int number = 1; number <= 1 + random.Next(3); number++)
        {
            var page = new PageSketch(number);
            for (int i = random.Next(60); i >= 0; i--)
            {
                page.Text(random.Next(30, 540), random.Next(30, 810), vocabulary[random.Next(vocabulary.Length)] + number + "x" + i, random.Next(6, 20), random.Next(4) == 0);
            }

            for (int i = random.Next(20); i > 0; i--)
            {
                (int x, int y, int length) = (random.Next(10) * 55, random.Next(20) * 40, random.Next(20, 400));
                _ = random.Next(2) == 0 ? page.Line(x, y, x + length, y) : page.Line(x, y, x, y + length);
            }

            pages.Add(page);
        }

        IEnumerable<string> given = pages.SelectMany(static page => page.Content().Words).Select(static word => word.Text);
        LayoutResult result = PageSketch.LayOut([.. pages]);
        IEnumerable<string> found = Texts(result.Blocks).Concat(result.Furniture)
            .Concat(result.Notes.Select(static note => note.Text))
            .SelectMany(static text => text.Words.Select(word => text.Text.Substring(word.Start, word.Length)))
            .Concat(result.Notes.Select(static note => note.Mark)).Concat(Texts(result.Blocks).SelectMany(static text => text.NoteMarks));

        return given.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(90, "")]
    [InlineData(180, "")]
    [InlineData(270, "")]
    [InlineData(90, "/Rotate 90")]
    [InlineData(0, "/Rotate 270")]
    public void Boxes_cover_their_words_on_turned_pages(double degrees, string entries)
    {
        var drawn = new OfficePdf(842, 842, entries);
        string[] texts = ["Tổng số hồ sơ", "đã tiếp nhận", "trong năm 2024", "của đơn vị"];
        for (int i = 0; i < texts.Length; i++)
        {
            drawn.Turned(300 + (degrees % 180 == 0 ? 0 : i * 18), 400 + (degrees % 180 == 0 ? i * 18 : 0), degrees, texts[i], 12);
        }

        SourceFile file = drawn.File();
        Document document = new PdfReader(Options.Create(new PdfReaderOptions())).Read(file, CancellationToken.None);

        PdfPage page = PdfDocument.Open(file.Bytes).ReadPage(1);
        PlacedWord[] words = [.. Texts(document.Blocks).SelectMany(static text => text.Words)];
        Assert.Equal(string.Concat(texts).Count(char.IsLetterOrDigit), words.Sum(static word => word.Length));
        foreach (PdfGlyph glyph in page.Glyphs.Where(static glyph => glyph.Text != " "))
        {
            Assert.Single(words, word => word.Area.Contains((glyph.Area.Left + glyph.Area.Right) / 2, (glyph.Area.Top + glyph.Area.Bottom) / 2));
        }
    }

    private static IEnumerable<PlacedText> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(static block => block switch
    {
        TextBlock text => [text.Text],
        TableBlock table => table.Cells.SelectMany(static cell => Texts(cell.Nested).Prepend(cell.Text)),
        _ => Array.Empty<PlacedText>(),
    });
}
