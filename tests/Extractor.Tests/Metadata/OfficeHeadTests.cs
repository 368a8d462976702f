using System.Globalization;
using Extractor.Metadata;
using Extractor.Models;

namespace Extractor.Tests.Metadata;

/// <summary>Letterheads of offices that are no people's committee, units printed without "UBND", periods given by their days; names are invented.</summary>
public class OfficeHeadTests
{
    private const string Motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTân Sơn, ngày 15 tháng 12 năm 2023";

    [Theory]
    [InlineData("BỘ TÀI CHÍNH\nVỤ TỔ CHỨC CÁN BỘ", "Vụ Tổ chức cán bộ", "Bộ Tài chính", AdministrativeLevel.Department)]
    [InlineData("TẬP ĐOÀN CẤP NƯỚC VIỆT NAM\nTỔNG CÔNG TY CẤP NƯỚC TÂN SƠN", "Tổng công ty Cấp nước tân sơn", "Tập đoàn Cấp nước Việt Nam", AdministrativeLevel.Department)]
    [InlineData("BỘ TƯ PHÁP\nTỔNG CỤC THI HÀNH ÁN DÂN SỰ", "Tổng cục Thi hành án dân sự", "Bộ Tư pháp", AdministrativeLevel.Department)]
    [InlineData("TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH TÂN SƠN", "Cục Thuế tỉnh Tân Sơn", "Tổng cục Thuế", AdministrativeLevel.Department)]
    [InlineData("TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN TỈNH TÂN SƠN", "Tòa án nhân dân tỉnh Tân Sơn", "Tòa án nhân dân Tối cao", AdministrativeLevel.Department)]
    [InlineData("UBND TỈNH TÂN SƠN\nVĂN PHÒNG", "Văn phòng UBND tỉnh Tân Sơn", "UBND tỉnh Tân Sơn", AdministrativeLevel.Department)]
    [InlineData("UBND TỈNH TÂN SƠN\nTHANH TRA TỈNH", "Thanh tra tỉnh Tân Sơn", "UBND tỉnh Tân Sơn", AdministrativeLevel.Department)]
    [InlineData("UBND HUYỆN TÂN SƠN\nXÃ HÒA LẠC", "UBND xã Hòa Lạc", "UBND huyện Tân Sơn", AdministrativeLevel.Commune)]
    [InlineData("UBND QUẬN 3\nPHƯỜNG 5", "UBND phường 5", "UBND quận 3", AdministrativeLevel.Commune)]
    [InlineData("HUYỆN ỦY TÂN SƠN\nĐẢNG ỦY XÃ HÒA LẠC", "Đảng ủy xã Hòa Lạc", "Huyện ủy Tân Sơn", AdministrativeLevel.Commune)]
    [InlineData("ĐẢNG BỘ TỈNH AN BÌNH\nHUYỆN ỦY TÂN SƠN", "Huyện ủy Tân Sơn", "Đảng bộ tỉnh An Bình", AdministrativeLevel.District)]
    [InlineData("ỦY BAN NHÂN DÂN\nXÃ CỘNG HÒA", "UBND xã Cộng Hòa", null, AdministrativeLevel.Commune)]
    public void An_office_of_any_kind_and_the_one_above_it_are_named(string letterhead, string agency, string? parent, AdministrativeLevel level)
    {
        ReportHead head = Read(letterhead, Motto, "BÁO CÁO", "Công tác cải cách hành chính năm 2023");

        Assert.Equal(agency, head.Agency.Value);
        Assert.Equal(parent, head.ParentAgency.Value);
        Assert.Equal(level, head.Level.Value);
    }

    [Fact]
    public void The_motto_of_the_party_is_no_agency()
    {
        ReportHead head = Read("HUYỆN ỦY TÂN SƠN\nĐẢNG ỦY XÃ HÒA LẠC\n*\nSố 45-BC/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM\nHòa Lạc, ngày 15 tháng 12 năm 2023", "BÁO CÁO", "công tác năm 2023");

        Assert.Equal("Đảng ủy xã Hòa Lạc", head.Agency.Value);
        Assert.Equal("45-BC/ĐU", head.Number.Value);
    }

    [Theory]
    [InlineData("Công tác cải cách hành chính từ ngày 01/7/2025 đến ngày 30/9/2025", PeriodKind.Quarter, 2025, 3)]
    [InlineData("Công tác cải cách hành chính (từ ngày 15 tháng 12 năm 2022 đến ngày 14 tháng 12 năm 2023)", PeriodKind.Year, 2023, null)]
    [InlineData("Công tác cải cách hành chính năm 2024 (từ ngày 15/12/2023 đến ngày 14/6/2024)", PeriodKind.SixMonths, 2024, null)]
    [InlineData("Công tác cải cách hành chính từ 2023-01-01 đến 2023-09-30", PeriodKind.NineMonths, 2023, null)]
    [InlineData("Công tác cải cách hành chính quý I năm 2024 (từ ngày 15/12/2023 đến ngày 14/6/2024)", PeriodKind.Quarter, 2024, 1)]
    [InlineData("Công tác cải cách hành chính năm 2024, từ ngày 01/7/2024 đến ngày 31/12/2024", PeriodKind.Year, 2024, null)]
    public void First_and_last_day_tell_the_period_where_nothing_clearer_does(string subject, PeriodKind kind, int year, int? quarter)
    {
        ReportHead head = Read("ỦY BAN NHÂN DÂN\nXÃ HÒA LẠC", Motto, "BÁO CÁO", subject);

        Assert.Equal(new ReportPeriod(kind, year, quarter), head.Period.Value);
    }

    [Theory]
    [InlineData("TRƯỞNG CÔNG AN HUYỆN", "Thượng tá Trần Văn Minh", "Trần Văn Minh")]
    [InlineData("KT. VỤ TRƯỞNG\nPHÓ VỤ TRƯỞNG", "Trần Minh Sơn", "Trần Minh Sơn")]
    [InlineData("CHÁNH ÁN", "Dương Công Luyện", "Dương Công Luyện")]
    public void Whoever_signs_has_a_capacity_and_a_name(string capacity, string name, string signer)
    {
        ReportHead head = Read("BỘ TÀI CHÍNH\nVỤ TỔ CHỨC", Motto, "BÁO CÁO", "Công tác năm 2023", $"Nơi nhận:\n- Lưu: VT.|{capacity}\n\n{name}");

        Assert.Equal(signer, head.Signer.Value);
        Assert.Equal(capacity.Replace('\n', ' '), head.SignerTitle.Value);
    }

    [Fact]
    public void A_sign_may_end_with_a_small_letter_and_a_date_begin_with_its_year()
    {
        ReportHead head = Read("UBND TỈNH TÂN SƠN\nTHANH TRA TỈNH\nSố: 18/BC-TTr", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTân Sơn, 2023-12-16", "BÁO CÁO", "Công tác năm 2023");

        Assert.Equal("18/BC-TTr", head.Number.Value);
        Assert.Equal("2023-12-16", head.IssuedOn.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The first two texts are the halves of the letterhead; a stroke parts the cells of a table.
    private static ReportHead Read(string left, string right, params string[] texts) => ReportHeadReader.Read(HeadText.Of(new Document
    {
        Format = FileFormat.Docx,
        Blocks = [Cells(left, right), .. texts.Select<string, Block>(text => text.Contains('|', StringComparison.Ordinal) ? Cells(text.Split('|')) : new TextBlock(new PlacedText(text), TextStyle.Plain))],
    }));

    private static TableBlock Cells(params string[] cells) =>
        new TableBlock(1, cells.Length, [.. cells.Select((text, column) => new TableCell(0, column, new PlacedText(text)))]);
}
