using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

public class PlainTextFixtureTests
{
    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    public static TheoryData<string> Reports => [.. Fixtures.Reports];

    [Theory, MemberData(nameof(Reports))]
    public void Nearly_every_row_of_the_appendix_reads_as_transcribed(string report)
    {
        List<string> expected = [.. Fixtures.Gold(report).Rows.Select(r => Key(r.Group + r.Stt, r.Label, r.Unit, r.Value, r.Note))];

        TableBlock table = Read(report).Blocks.OfType<TableBlock>().MaxBy(t => t.RowCount)!;
        List<string> found = [.. Enumerable.Range(table.HeaderRowCount, table.RowCount - table.HeaderRowCount)
            .Select(row => Key([.. Enumerable.Range(0, 5).Select(column => table[row, column]!.Text.Text)]))];

        Assert.Equal(expected.Count, found.Count);
        Assert.InRange(expected.Count(row => !found.Remove(row)), 0, expected.Count / 100);
    }

    [Theory, MemberData(nameof(Reports))]
    public void Only_this_reader_claims_the_text_and_not_its_other_renderings(string report)
    {
        Assert.True(Reader.CanRead(Fixtures.Open(report, ".txt")));
        Assert.False(Reader.CanRead(Fixtures.Open(report, ".docx")));
        Assert.False(Reader.CanRead(Fixtures.Open(report, ".pdf")));
    }

    [Fact]
    public void List_items_of_the_prose_are_blocks_of_their_own()
    {
        string[] texts = TextsOf("hoang-thanh-2021-9m");

        int head = Array.IndexOf(texts, "- Tổng số hồ sơ đã tiếp nhận:  479 hồ sơ. Trong đó:");
        Assert.InRange(head, 0, texts.Length);
        Assert.Equal("+ Số hồ sơ tiếp nhận trực tiếp: 306 hồ sơ", texts[head + 1]);
    }

    [Fact]
    public void Letterhead_and_title_keep_their_lines()
    {
        string[] texts = TextsOf("hong-hai-2023-year");

        Assert.Equal(["UỶ BAN NHÂN DÂN", "PHƯỜNG HỒNG HẢI"], texts[..2]);
        Assert.Contains("BÁO CÁO", texts);
        Assert.Contains("Lưu Thị Châu", texts);
    }

    [Fact]
    public void Raised_marks_refer_to_the_notes_at_the_end()
    {
        Document document = Read("dien-bien-2021-9m");

        Assert.Equal(["1", "2", "3", "4"], document.Notes.Select(n => n.Mark));
        Assert.Equal("Phòng Tư pháp báo cáo số liệu của thành phố.", document.Notes[0].Text.Text);
        Assert.Equal(["1", "2", "4", "5"], document.Blocks.OfType<TableBlock>().Single().Cells.SelectMany(c => c.Text.NoteMarks));
    }

    private static Document Read(string report) => Reader.Read(Fixtures.Open(report, ".txt"), CancellationToken.None);

    private static string[] TextsOf(string report) => [.. Read(report).Blocks.OfType<TextBlock>().Select(b => b.Text.Text)];

    private static string Key(params string[] cells) =>
        string.Join('|', cells.Select(c => string.Concat(c.Where(x => !char.IsWhiteSpace(x))).TrimEnd('.')));
}
