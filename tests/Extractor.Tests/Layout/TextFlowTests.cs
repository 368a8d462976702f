using Extractor.Layout;

namespace Extractor.Tests.Layout;

public sealed class TextFlowTests
{
    private const string Long =
        "Thực hiện công văn của cấp trên về việc báo cáo kết quả cải cách hành chính và các nhiệm vụ trọng tâm của năm nay tại địa phương ta";

    [Fact]
    public void Wrapped_lines_join_and_an_indent_starts_a_paragraph()
    {
        var page = new PageSketch();
        double y = page.Wrap(80, 100, 440, Long, indent: 30);
        page.Wrap(80, y, 440, "Qua đó " + Long, indent: 30);

        Assert.Equal([Long, "Qua đó " + Long], PageSketch.Texts(PageSketch.LayOut(page)));
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_break()
    {
        var whole = new PageSketch();
        whole.Text(110, 780, string.Join(' ', Enumerable.Repeat("trăng", 12))).Text(80, 795, string.Join(' ', Enumerable.Repeat("trăng", 13)));
        var second = new PageSketch(2);
        second.Wrap(80, 80, 440, "năm nay và phương hướng cho năm sau.");

        Assert.Single(PageSketch.Texts(PageSketch.LayOut(whole, second)));
    }

    [Fact]
    public void A_letterhead_is_read_column_by_column()
    {
        PageSketch page = new PageSketch()
            .Text(90, 60, "ỦY BAN NHÂN DÂN").Text(330, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
            .Text(110, 75, "XÃ MINH TÂN").Text(380, 75, "VIỆT NAM")
            .Text(110, 95, "Số: 12/BC-UBND").Text(350, 95, "Độc lập - Tự do - Hạnh phúc")
            .Text(360, 120, "Minh Tân, ngày 5 tháng 6 năm 2023")
            .Text(270, 150, "BÁO CÁO", bold: true);

        string[] texts = PageSketch.Texts(PageSketch.LayOut(page));

        string all = string.Join(" ", texts);
        Assert.StartsWith("ỦY BAN NHÂN DÂN XÃ MINH TÂN Số: 12/BC-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập", all, StringComparison.Ordinal);
        Assert.Equal("BÁO CÁO", texts[^1]);
    }

    [Fact]
    public void Page_numbers_and_running_heads_are_set_aside()
    {
        PageSketch[] pages = [.. Enumerable.Range(1, 3).Select(number =>
        {
            PageSketch page = new PageSketch(number).Text(290, 40, "UBND xã").Text(290, 810, $"{number}");
            page.Wrap(80, 100, 440, $"Đoạn {number} " + Long, indent: 30);
            return page;
        })];

        LayoutResult result = PageSketch.LayOut(pages);

        Assert.Equal(6, result.Furniture.Length);
        Assert.All(PageSketch.Texts(result), static text => Assert.StartsWith("Đoạn", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Small_print_below_a_short_rule_is_a_note()
    {
        PageSketch page = new PageSketch().Line(80, 750, 220, 750);
        page.Wrap(80, 100, 440, Long, indent: 30);
        page.Text(80, 765, "1", size: 6, raised: true).Text(86, 765, "Theo số liệu của xã", size: 10);

        LayoutResult result = PageSketch.LayOut(page);

        Note note = Assert.Single(result.Notes);
        Assert.Equal(("1", "Theo số liệu của xã"), (note.Mark, note.Text.Text));
        Assert.Equal([Long], PageSketch.Texts(result));
    }
}
