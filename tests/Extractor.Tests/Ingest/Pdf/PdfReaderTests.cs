using Extractor.Evaluation;
using Extractor.Ingest.Pdf;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Pdf;

public sealed class PdfReaderTests
{
    public static TheoryData<string, string> Renderings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string report in Fixtures.Reports)
            {
                data.Add(report, ".pdf");
                data.Add(report, ".browser.pdf");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Renderings))]
    public void The_appendix_is_one_table_with_every_printed_row(string report, string ending)
    {
        GoldReport gold = Fixtures.Gold(report);

        TableBlock table = Assert.Single(Read(report, ending).Blocks.OfType<TableBlock>(), static table => table.RowCount > 10);

        Assert.Equal(2, table.HeaderRowCount);
        Assert.Equal(gold.Rows.Select(ExpectedCells), Enumerable.Range(2, table.RowCount - 2).Select(row => ReadCells(table, row)));
    }

    [Theory]
    [MemberData(nameof(Renderings))]
    public void Every_word_stands_on_the_page_of_its_row(string report, string ending)
    {
        Document document = Read(report, ending);

        TableBlock table = Assert.Single(document.Blocks.OfType<TableBlock>(), static table => table.RowCount > 10);
        foreach (TableCell cell in table.Cells)
        {
            PageArea[] areas = [.. Enumerable.Range(cell.Row, cell.RowSpan).SelectMany(row => table.RowAreas[row])];
            Assert.All(cell.Text.Words, word => Assert.Contains(areas, area => area.Page == word.Page
                && area.Box.Contains((word.Area.X0 + word.Area.X1) / 2, (word.Area.Y0 + word.Area.Y1) / 2)));
        }
    }

    [Fact]
    public void A_scan_is_reported_page_by_page_and_not_skipped()
    {
        Document document = Read("hoang-thanh-2021-9m", ".scan.pdf");

        Assert.NotEmpty(document.Pages);
        Assert.Equal(document.Pages.Select(static page => (int?)page.Number), document.Unread.Select(static gap => gap.Page));
        Assert.All(document.Unread, static gap => Assert.Equal("noTextLayer", gap.Reason));
    }

    [Fact]
    public void Too_many_pages_are_a_named_limit()
    {
        var reader = new PdfReader(Options.Create(new PdfReaderOptions { MaxPages = 3 }));
        SourceFile file = Fixtures.Open("hong-hai-2023-year", ".pdf");

        LimitExceededException exception = Assert.Throws<LimitExceededException>(() => reader.Read(file, CancellationToken.None));

        Assert.Equal("MaxPages", exception.Limit);
    }

    [Fact]
    public void A_file_that_is_cut_off_at_its_head_is_damaged()
    {
        var file = new SourceFile("a.pdf", "%PDF-1.7\nnothing else"u8.ToArray());

        Assert.True(Reader().CanRead(file));
        Assert.Throws<DamagedFileException>(() => Reader().Read(file, CancellationToken.None));
    }

    [Theory]
    [InlineData("%PDF-1.4\n", true)]
    [InlineData("\r\nmail header\r\n%PDF-1.4\n", true)]
    [InlineData("PK\u0003\u0004", false)]
    [InlineData("Báo cáo về %PDF", false)]
    public void A_file_is_told_by_its_signature(string start, bool expected) =>
        Assert.Equal(expected, Reader().CanRead(new SourceFile("x", System.Text.Encoding.UTF8.GetBytes(start))));

    private static PdfReader Reader() => new(Options.Create(new PdfReaderOptions()));

    private static Document Read(string report, string ending) => Reader().Read(Fixtures.Open(report, ending), CancellationToken.None);

    private static string ExpectedCells(GoldRow row) =>
        string.Join(" | ", new[] { row.Stt, row.Label, row.Unit, row.Value, row.Note }.Select(Squeeze));

    // A cell that spans rows holds the name of a group, which is no text of the single row.
    private static string ReadCells(TableBlock table, int row) =>
        string.Join(" | ", Enumerable.Range(0, table.ColumnCount).Select(column =>
            table[row, column] is { RowSpan: 1 } cell && cell.Column == column && !IsGroup(cell) ? Squeeze(cell.Text.Text) : ""));

    private static bool IsGroup(TableCell cell) => cell.Column == 0 && Squeeze(cell.Text.Text) == "Trongđó";

    private static string Squeeze(string text) =>
        string.Concat(text.Normalize().Where(static c => !char.IsWhiteSpace(c))).Replace('ƣ', 'ư').Replace('Ƣ', 'Ư').TrimEnd('.');
}
