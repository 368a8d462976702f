using Extractor.Evaluation;
using Extractor.Ingest.Docx;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Docx;

public class DocxFixtureTests
{
    public static TheoryData<string> Reports => [.. Fixtures.Reports];

    [Theory, MemberData(nameof(Reports))]
    public void Every_row_of_the_appendix_reads_as_transcribed(string report)
    {
        GoldRow[] expected = [.. Fixtures.Gold(report).Rows];

        TableBlock table = Read(report).Blocks.OfType<TableBlock>().MaxBy(t => t.RowCount)!;

        Assert.Equal(expected.Length, table.RowCount - table.HeaderRowCount);
        for (int i = 0; i < expected.Length; i++)
        {
            int row = i + table.HeaderRowCount;
            string number = expected[i].Group.Length > 0 ? expected[i].Group : expected[i].Stt;
            Assert.Equal(
                [number, expected[i].Label, expected[i].Unit, expected[i].Value, expected[i].Note],
                Enumerable.Range(0, 5).Select(column => table[row, column]!.Text.Text));
        }
    }

    [Theory, MemberData(nameof(Reports))]
    public void Only_this_reader_claims_the_document_and_not_its_other_renderings(string report)
    {
        var reader = new DocxReader(Options.Create(new DocxOptions()));

        Assert.True(reader.CanRead(Fixtures.Open(report, ".docx")));
        Assert.False(reader.CanRead(Fixtures.Open(report, ".pdf")));
        Assert.False(reader.CanRead(Fixtures.Open(report, ".txt")));
    }

    [Fact]
    public void Raised_marks_refer_to_the_notes_typed_below_the_table()
    {
        Document document = Read("dien-bien-2021-9m");

        TableBlock table = document.Blocks.OfType<TableBlock>().MaxBy(t => t.RowCount)!;
        Assert.Equal(["1", "2", "4", "5"], table.Cells.SelectMany(c => c.Text.NoteMarks));
        Assert.Equal(["1", "2", "3", "4"], document.Notes.Select(n => n.Mark));
        Assert.Equal("Phòng Tư pháp báo cáo số liệu của thành phố.", document.Notes[0].Text.Text);
    }

    [Fact]
    public void Header_of_the_appendix_spans_two_rows()
    {
        TableBlock table = Read("dien-bien-2021-9m").Blocks.OfType<TableBlock>().MaxBy(t => t.RowCount)!;

        Assert.Equal(2, table.HeaderRowCount);
        Assert.Equal("Kết quả thống kê", table[0, 2]!.Text.Text);
        Assert.Same(table[0, 2], table[0, 3]);
        Assert.Same(table[0, 0], table[1, 0]);
    }

    private static Document Read(string report) =>
        new DocxReader(Options.Create(new DocxOptions())).Read(Fixtures.Open(report, ".docx"), CancellationToken.None);
}
