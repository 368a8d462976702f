using Extractor.Metadata;
using Extractor.Models;

namespace Extractor.Tests.Metadata;

/// <summary>Letterheads, titles and signatures of offices of every level, as they are met in the archives; names are invented.</summary>
public class ReportHeadVariationTests
{
    [Fact]
    public void Province_with_a_letterhead_in_a_table()
    {
        ReportHead head = Read(
            Table("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG SƠN\n-------\nSố: 145/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQuảng Sơn, ngày 05 tháng 7 năm 2024"),
            "BÁO CÁO",
            "Công tác cải cách hành chính 6 tháng đầu năm 2024 của tỉnh Quảng Sơn",
            "Kính gửi: Bộ Nội vụ",
            "Thực hiện Công văn số 2840/BNV-CCHC ngày 20/5/2024 của Bộ Nội vụ, UBND tỉnh Quảng Sơn báo cáo như sau:",
            Table("Nơi nhận:\n- Bộ Nội vụ;\n- TT Tỉnh ủy, HĐND tỉnh (b/c);\n- Lưu: VT, NC.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nNguyễn Văn Thắng"));

        Assert.Equal("BÁO CÁO Công tác cải cách hành chính 6 tháng đầu năm 2024 của tỉnh Quảng Sơn", head.Title.Value);
        Assert.Equal("UBND tỉnh Quảng Sơn", head.Agency.Value);
        Assert.Equal(AdministrativeLevel.Province, head.Level.Value);
        Assert.Equal("145/BC-UBND", head.Number.Value);
        Assert.Equal(new DateOnly(2024, 7, 5), head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.SixMonths, 2024), head.Period.Value);
        Assert.Equal("Nguyễn Văn Thắng", head.Signer.Value);
        Assert.Equal("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", head.SignerTitle.Value);
        Assert.Equal(["Bộ Nội vụ", "TT Tỉnh ủy, HĐND tỉnh (b/c)", "Lưu: VT, NC"], head.Recipients.Value.AsEnumerable());
    }

    [Fact]
    public void Department_below_its_province_takes_the_name_of_the_province()
    {
        ReportHead head = Read(
            Table("UBND TỈNH BÀ RỊA - VŨNG TÀU\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nSố: 45 /BC-SLĐTBXH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBà Rịa, ngày 14 tháng 3 năm 2022"),
            "BÁO CÁO",
            "Kết quả thực hiện công tác cải cách hành chính quý I/2022",
            "Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2022, Sở báo cáo như sau:",
            "Nơi nhận:", "- UBND tỉnh;", "- Sở Nội vụ;", "- Lưu: VT, VP.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Kim Oanh");

        Assert.Equal("Sở Lao động - Thương binh và Xã hội tỉnh Bà Rịa - Vũng Tàu", head.Agency.Value);
        Assert.Equal("UBND tỉnh Bà Rịa - Vũng Tàu", head.ParentAgency.Value);
        Assert.Equal(AdministrativeLevel.Department, head.Level.Value);
        Assert.Equal("45/BC-SLĐTBXH", head.Number.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Quarter, 2022, 1), head.Period.Value);
        Assert.Equal("Trần Thị Kim Oanh", head.Signer.Value);
        Assert.Equal("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", head.SignerTitle.Value);
    }

    [Theory]
    [InlineData("V/v thực hiện công tác cải cách hành chính năm 2019")]
    [InlineData("v/v triển khai công tác cải cách hành chính năm 2019")]
    public void The_subject_may_begin_with_an_abbreviation(string subject)
    {
        ReportHead head = Read(
            "UBND HUYỆN NGỌC LÂM", "XÃ THANH SƠN", "Số 214 /BC-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thanh Sơn, ngày 05 tháng 12 năm 2019",
            "BÁO CÁO", subject, "Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2019 của UBND huyện, UBND xã báo cáo như sau:");

        Assert.Equal("BÁO CÁO " + subject, head.Title.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Year, 2019), head.Period.Value);
    }

    [Fact]
    public void District_whose_number_is_still_blank()
    {
        ReportHead head = Read(
            "ỦY BAN NHÂN DÂN", "HUYỆN TAM ĐƯỜNG", "Số:       /BC-UBND",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tam Đường, ngày 12 tháng 9 năm 2019",
            "BÁO CÁO", "Kết quả công tác cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2019",
            "Thực hiện Kế hoạch số 30/KH-UBND của UBND tỉnh Lai Châu về cải cách hành chính, UBND huyện báo cáo:",
            "Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "CHỦ TỊCH", "Lò Văn Chung");

        Assert.Equal("UBND huyện Tam Đường", head.Agency.Value);
        Assert.Equal(AdministrativeLevel.District, head.Level.Value);
        Assert.Null(head.Number.Value);
        Assert.Equal("UBND tỉnh Lai Châu", head.ParentAgency.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Quarter, 2019, 3), head.Period.Value);
        Assert.Equal("Lò Văn Chung", head.Signer.Value);
    }

    [Fact]
    public void Township_whose_letterhead_lines_are_mixed_from_two_columns()
    {
        ReportHead head = Read(
            "UBND HUYỆN ĐẠI TỪ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND THỊ TRẤN HÙNG SƠN   Độc lập - Tự do - Hạnh phúc",
            "Số: 05/BC-UBND   Hùng Sơn, ngày 05 tháng 01 năm 2025",
            "BÁO CÁO", "Công tác cải cách hành chính năm 2024 và phương hướng, nhiệm vụ năm 2025",
            "I. KẾT QUẢ", "Nơi nhận:   TM. ỦY BAN NHÂN DÂN", "- UBND huyện;   CHỦ TỊCH", "- Lưu: VT./.   Phạm Quốc Huy");

        Assert.Equal("UBND thị trấn Hùng Sơn", head.Agency.Value);
        Assert.Equal("UBND huyện Đại Từ", head.ParentAgency.Value);
        Assert.Equal("05/BC-UBND", head.Number.Value);
        Assert.Equal(new DateOnly(2025, 1, 5), head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Year, 2024), head.Period.Value);
        Assert.Equal("Phạm Quốc Huy", head.Signer.Value);
        Assert.Equal("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", head.SignerTitle.Value);
        Assert.Equal(["UBND huyện", "Lưu: VT"], head.Recipients.Value.AsEnumerable());
    }

    [Fact]
    public void Monthly_report_of_a_ward_in_a_city_of_the_central_government()
    {
        ReportHead head = Read(
            Table("UBND QUẬN BÌNH TÂN\nUBND PHƯỜNG 12\nSố: 77/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Tân, ngày 20/5/2023"),
            "BÁO CÁO", "Tình hình thực hiện nhiệm vụ cải cách hành chính tháng 5 năm 2023", "Kính gửi: Phòng Nội vụ quận",
            "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TUQ. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ", "LÊ HOÀNG ANH");

        Assert.Equal("UBND phường 12", head.Agency.Value);
        Assert.Equal("UBND quận Bình Tân", head.ParentAgency.Value);
        Assert.Equal(new DateOnly(2023, 5, 20), head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Month, 2023, null, 5), head.Period.Value);
        Assert.Equal("Lê Hoàng Anh", head.Signer.Value);
        Assert.StartsWith("TUQ. CHỦ TỊCH", head.SignerTitle.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void City_of_the_central_government_is_a_province_and_any_other_city_a_district()
    {
        Assert.Equal(AdministrativeLevel.Province, Read("UBND THÀNH PHỐ ĐÀ NẴNG", "BÁO CÁO", "Công tác cải cách hành chính năm 2023").Level.Value);
        Assert.Equal(AdministrativeLevel.District, Read("UBND THÀNH PHỐ SƠN LA", "BÁO CÁO", "Công tác cải cách hành chính năm 2023").Level.Value);
    }

    [Fact]
    public void Commune_after_the_districts_were_dissolved_reports_to_the_province()
    {
        ReportHead head = Read(
            "ỦY BAN NHÂN DÂN XÃ KIM LONG", "Số: 210/BC-UBND", "Kim Long, ngày 10 tháng 12 năm 2025",
            "BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2025",
            "Theo bàn giao của UBND huyện Châu Đức; UBND huyện Châu Đức đã kết thúc hoạt động.",
            "Thực hiện chỉ đạo của UBND tỉnh Đồng Hải về cải cách hành chính.");

        Assert.Equal("UBND xã Kim Long", head.Agency.Value);
        Assert.Equal("UBND tỉnh Đồng Hải", head.ParentAgency.Value);
    }

    [Fact]
    public void Stamp_of_a_digital_signature_is_neither_letterhead_nor_date()
    {
        ReportHead head = Read(
            "Ký bởi: Ủy ban nhân dân huyện Phù Mỹ", "Cơ quan: Tỉnh Bình Định", "Ngày ký: 18-12-2022 16:20:11 +07:00",
            "ỦY BAN NHÂN DÂN", "XÃ MỸ HÒA", "Số: 300/BC-UBND", "Mỹ Hòa, ngày     tháng 12 năm 2022",
            "BÁO CÁO", "Công tác CCHC năm 2022",
            "Nơi nhận:", "- Lưu: VT.", "TM. UBND", "CHỦ TỊCH", "Ký bởi: Ủy ban nhân dân xã", "Người ký: Võ Đình Tài");

        Assert.Equal("UBND xã Mỹ Hòa", head.Agency.Value);
        Assert.Null(head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Year, 2022), head.Period.Value);
        Assert.Equal("TM. UBND CHỦ TỊCH", head.SignerTitle.Value);
        Assert.Equal("Võ Đình Tài", head.Signer.Value);
    }

    [Fact]
    public void Office_of_council_and_committee_is_one_agency()
    {
        ReportHead head = Read(
            "UBND HUYỆN CẨM KHÊ", "VĂN PHÒNG HĐND VÀ UBND", "Số: 15/BC-VP", "Cẩm Khê, ngày 20 tháng 6 năm 2020",
            "BÁO CÁO", "Kết quả kiểm soát thủ tục hành chính 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020",
            "Nơi nhận:", "- UBND huyện;", "- Lưu VT.", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Hà Việt Hưng");

        Assert.Equal(AdministrativeLevel.Department, head.Level.Value);
        Assert.Equal("UBND huyện Cẩm Khê", head.ParentAgency.Value);
        Assert.StartsWith("Văn phòng", head.Agency.Value, StringComparison.Ordinal);
        Assert.Equal(new ReportPeriod(PeriodKind.SixMonths, 2020), head.Period.Value);
        Assert.Equal("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", head.SignerTitle.Value);
        Assert.Equal("Hà Việt Hưng", head.Signer.Value);
    }

    [Theory]
    [InlineData("UBND THÀNH PHỐ HẢI PHÒNG", "UBND thành phố Hải Phòng")]
    [InlineData("UBND HUYỆN NĂM CĂN", "UBND huyện Năm Căn")]
    [InlineData("ỦY BAN NHÂN DÂN PHƯỜNG CỘNG HÒA", "UBND phường Cộng Hòa")]
    [InlineData("UBND TỈNH THỪA THIÊN HUẾ", "UBND tỉnh Thừa Thiên Huế")]
    [InlineData("UBND TP PHAN RANG - THÁP CHÀM", "UBND thành phố Phan Rang - Tháp Chàm")]
    [InlineData("UBND QUẬN 1", "UBND quận 1")]
    public void Names_of_units_are_written_as_a_reader_would(string letterhead, string agency)
    {
        Assert.Equal(agency, Read(letterhead, "BÁO CÁO", "Công tác cải cách hành chính năm 2023").Agency.Value);
    }

    [Theory]
    [InlineData("Kết quả thực hiện Kế hoạch cải cách hành chính năm 2023", PeriodKind.Year, 2023, null)]
    [InlineData("Công tác CCHC quý IV và cả năm 2021", PeriodKind.Year, 2021, null)]
    [InlineData("Công tác CCHC quý II và 6 tháng đầu năm 2021", PeriodKind.SixMonths, 2021, null)]
    [InlineData("Tình hình thực hiện cải cách hành chính 03 tháng đầu năm 2024", PeriodKind.Quarter, 2024, 1)]
    [InlineData("Kết quả CCHC quý 2 năm 2024", PeriodKind.Quarter, 2024, 2)]
    [InlineData("Sơ kết công tác CCHC 09 tháng năm 2018, nhiệm vụ 3 tháng cuối năm", PeriodKind.NineMonths, 2018, null)]
    [InlineData("Công tác CCHC quý IV năm 2022, phương hướng quý I năm 2023", PeriodKind.Quarter, 2022, 4)]
    [InlineData("Công tác CCHC quý IV, phương hướng nhiệm vụ quý I năm 2023", PeriodKind.Quarter, 2022, 4)]
    public void Period_is_that_of_the_report_and_not_of_the_plan(string subject, PeriodKind kind, int year, int? quarter)
    {
        Assert.Equal(new ReportPeriod(kind, year, quarter), Read("UBND XÃ A LƯỚI", "BÁO CÁO", subject).Period.Value);
    }

    [Fact]
    public void Year_a_title_does_not_name_comes_from_the_date_with_less_confidence()
    {
        ReportHead head = Read("UBND XÃ BÌNH AN", "Bình An, ngày 10 tháng 9 năm 2022", "BÁO CÁO", "Công tác CCHC quý III");

        Assert.Equal(new ReportPeriod(PeriodKind.Quarter, 2022, 3), head.Period.Value);
        Assert.InRange(head.Period.Confidence.Value, 0.5, 0.9);
    }

    [Fact]
    public void Office_of_a_district_whose_letterhead_is_set_with_tabs()
    {
        ReportHead head = Read(
            "UBND HUYỆN MƯỜNG LÁT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHÒNG NỘI VỤ\tĐộc lập – Tự do – Hạnh phúc",
            "Số: 12/BC-NV\tMường Lát, ngày 02 tháng 4 năm 2021",
            "BÁO CÁO KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2021",
            "(Số liệu tính từ ngày 15/12/2020 đến ngày 14/3/2021)",
            "Kính gửi: Ủy ban nhân dân huyện Mường Lát.",
            "Nơi nhận:\tKT. TRƯỞNG PHÒNG", "- Như trên;\tPHÓ TRƯỞNG PHÒNG", "- Lưu: NV.", "(Ký, đóng dấu)", "ThS. Hà Thị Thu");

        Assert.Equal("BÁO CÁO KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2021", head.Title.Value);
        Assert.Equal("Phòng Nội vụ huyện Mường Lát", head.Agency.Value);
        Assert.Equal("UBND huyện Mường Lát", head.ParentAgency.Value);
        Assert.Equal("12/BC-NV", head.Number.Value);
        Assert.Equal(new DateOnly(2021, 4, 2), head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.Quarter, 2021, 1), head.Period.Value);
        Assert.Equal("Hà Thị Thu", head.Signer.Value);
        Assert.Equal("KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG", head.SignerTitle.Value);
        Assert.Equal(["Như trên", "Lưu: NV"], head.Recipients.Value.AsEnumerable());
    }

    [Fact]
    public void Letterhead_in_small_letters_and_a_title_in_several_lines()
    {
        ReportHead head = Read(
            Table("Ủy ban nhân dân\nphường Tân Lập\nSố 08 /BC - UBND", "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nTân Lập, ngày 3 tháng 6 năm 2024"),
            "BÁO CÁO", "Về việc thực hiện công tác cải cách hành chính", "6 tháng đầu năm và phương hướng, nhiệm vụ", "6 tháng cuối năm 2024", "______",
            "Thực hiện Kế hoạch số 01/KH-UBND, UBND phường báo cáo:");

        Assert.Equal("BÁO CÁO Về việc thực hiện công tác cải cách hành chính 6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024", head.Title.Value);
        Assert.Equal("UBND phường Tân Lập", head.Agency.Value);
        Assert.Equal("08/BC-UBND", head.Number.Value);
        Assert.Equal(new DateOnly(2024, 6, 3), head.IssuedOn.Value);
        Assert.Equal(new ReportPeriod(PeriodKind.SixMonths, 2024), head.Period.Value);
    }

    [Fact]
    public void Every_stated_value_stands_in_its_quotes()
    {
        ReportHead head = Read(
            Table("UBND TỈNH QUẢNG SƠN\nSỞ NỘI VỤ\nSố: 9/BC-SNV", "Quảng Sơn, ngày 4 tháng 10 năm 2024"),
            "BÁO CÁO", "Công tác CCHC quý III năm 2024", "Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "GIÁM ĐỐC", "Đặng Thị Hoa");

        AssertQuoted(head.Title.Value!, head.Title.Evidence);
        AssertQuoted(head.Agency.Value!, head.Agency.Evidence);
        AssertQuoted(head.ParentAgency.Value!, head.ParentAgency.Evidence);
        AssertQuoted(head.Number.Value!, head.Number.Evidence);
        AssertQuoted(head.Signer.Value!, head.Signer.Evidence);
        AssertQuoted(head.SignerTitle.Value!, head.SignerTitle.Evidence);
        AssertQuoted(string.Join(' ', head.Recipients.Value), head.Recipients.Evidence);
        AssertQuoted("4 10 2024", head.IssuedOn.Evidence);
        Assert.Equal((0, 0, 0), (head.Number.Evidence[0].Table, head.Number.Evidence[0].Row, head.Number.Evidence[0].Column));
        Assert.Equal(2, head.Title.Evidence[1].Paragraph);
    }

    [Fact]
    public void Unrelated_document_states_nothing()
    {
        ReportHead head = Read("Công thức nấu phở", "Xương bò hầm sáu giờ.", "Hành tây nướng, gừng nướng.");

        Assert.Null(head.Title.Value);
        Assert.Null(head.Agency.Value);
        Assert.Null(head.ParentAgency.Value);
        Assert.Null(head.Number.Value);
        Assert.Null(head.IssuedOn.Value);
        Assert.Null(head.Period.Value);
        Assert.Null(head.Level.Value);
        Assert.Null(head.Signer.Value);
        Assert.True(head.Recipients.Value.IsDefault);
    }

    [Fact]
    public void Report_without_letterhead_is_of_the_agency_its_last_sentence_names()
    {
        ReportHead head = Read(
            "BÁO CÁO", "Công tác cải cách hành chính năm 2020", "I. KẾT QUẢ",
            "Thực hiện Quyết định số 12/QĐ-UBND của UBND thị xã Ba Đồn.",
            "Trên đây là báo cáo công tác cải cách hành chính năm 2020 của Ủy ban nhân dân phường Quảng Thọ, kính báo cáo UBND thị xã Ba Đồn.");

        Assert.Equal("UBND phường Quảng Thọ", head.Agency.Value);
        Assert.Equal("UBND thị xã Ba Đồn", head.ParentAgency.Value);
        Assert.True(head.Agency.Confidence.Value < 0.98);
    }

    private static void AssertQuoted(string value, IEnumerable<Evidence> evidence)
    {
        string quotes = string.Join(' ', evidence.Select(e => e.Text));
        foreach (string token in value.Split([' ', '/', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(token, quotes, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static TableBlock Table(params string[] cells) =>
        new(1, cells.Length, [.. cells.Select((text, column) => new TableCell(0, column, new PlacedText(text)))]);

    private static ReportHead Read(params object[] blocks) => ReportHeadReader.Read(HeadText.Of(new Document
    {
        Format = FileFormat.Docx,
        Blocks = [.. blocks.Select(block => block as Block ?? new TextBlock(new PlacedText((string)block), TextStyle.Plain))],
    }));
}
