using System.Collections.Immutable;
using Extractor.Mapping.Crossed;
using Extractor.Models;
using Extractor.Tables.Crossed;
using Extractor.Tests.Tables;

namespace Extractor.Tests.Crossed;

/// <summary>Headers merged in every way, groups, totals and several tables.</summary>
public sealed class CrossedTableFinderTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("tthc");

    [Theory]
    [InlineData("""
        STT | Lĩnh vực | Hồ sơ tiếp nhận | < | < | Hồ sơ đã giải quyết | <
        ^ | ^ | Tổng số | Trong kỳ | Từ kỳ trước | Trước hạn | Quá hạn
        (1) | (2) | (3)=(4)+(5) | (4) | (5) | (6) | (7)
        1 | Đất đai | 3 | 2 | 1 | 3 | 0
        """)]
    [InlineData("""
        STT | Lĩnh vực | Hồ sơ tiếp nhận | | | Hồ sơ đã giải quyết |
         | | Tổng số | Trong kỳ | Từ kỳ trước | Trước hạn | Quá hạn
        1 | Đất đai | 3 | 2 | 1 | 3 | 0
        """)]
    [InlineData("""
        BIỂU TỔNG HỢP | < | < | < | < | < | <
        STT | LĨNH VỰC | HỒ SƠ TIẾP NHẬN | < | < | HỒ SƠ ĐÃ GIẢI QUYẾT | <
        ^ | ^ | Tổng số (3)=(4)+(5) | Trong đó | < | Trước hạn (6) | Quá hạn (7)
        ^ | ^ | ^ | Trong kỳ (4) | Từ kỳ trước (5) | ^ | ^
        1 | Đất đai | 3 | 2 | 1 | 3 | 0
        """)]
    public void A_header_says_the_same_however_it_is_merged(string sketch)
    {
        MappedTable table = Assert.Single(Find(TableSketch.Table(sketch)));

        Assert.Equal(
            ["dossiers.requested", "dossiers.received", "dossiers.carried_over", "dossiers.resolved.early", "dossiers.resolved.late"],
            table.Columns.Select(c => c.Indicator?.Code));
        CrossedRow row = Assert.Single(table.Table.Rows);
        Assert.Equal(new FieldItem("field", "Đất đai", []), row.Item);
        Assert.Equal(["3", "2", "1", "3", "0"], row.Cells.Select(c => c?.Text));
    }

    [Fact]
    public void Groups_stand_around_their_items_and_totals_count_them()
    {
        CrossedRow[] rows = Rows("""
            STT | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
            A | Cấp huyện | | |
            1 | Đất đai | 3 | 2 | 1
            2 | Xây dựng | 5 | 5 | 0
             | Cộng cấp huyện | 8 | 7 | 1
            B | Cấp xã | | |
            1 | Hộ tịch | 2 | 2 | 0
            2 | Đất đai | 4 | 4 | 0
             | Cộng B | 6 | 6 | 0
             | Tổng cộng (A + B) | 14 | 13 | 1
            """);

        Assert.Equal(
            [
                "level: Cấp huyện", "field: Cấp huyện › Đất đai", "field: Cấp huyện › Xây dựng", "level: Cấp huyện", "level: Cấp xã",
                "field: Cấp xã › Hộ tịch", "field: Cấp xã › Đất đai", "level: Cấp xã", "(whole)",
            ],
            rows.Select(Describe));
    }

    [Theory]
    [InlineData("Tổng số hồ sơ của xã")]
    [InlineData("TỔNG CỘNG")]
    [InlineData("Cộng:")]
    [InlineData("Tổng toàn huyện")]
    public void The_row_of_the_whole_is_known_by_many_names(string label)
    {
        CrossedRow[] rows = Rows($"""
            STT | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
            1 | Đất đai | 3 | 2 | 1
            2 | Xây dựng | 5 | 5 | 0
             | {label} | 8 | 7 | 1
            """);

        Assert.Equal("(whole)", Describe(rows[^1]));
    }

    [Fact]
    public void An_outer_column_is_a_group_and_a_column_of_offices_has_offices()
    {
        CrossedRow[] rows = Rows("""
            TT | Đơn vị | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
            1 | Sở Y tế | Dược phẩm | 3 | 2 | 1
            ^ | ^ | Trang thiết bị | 5 | 5 | 0
            2 | Sở Tư pháp | Hộ tịch | 1 | 1 | 0
            """);

        Assert.Equal(["field: Sở Y tế › Dược phẩm", "field: Sở Y tế › Trang thiết bị", "field: Sở Tư pháp › Hộ tịch"], rows.Select(Describe));
    }

    [Fact]
    public void A_table_that_goes_on_without_its_header_keeps_columns_and_groups()
    {
        ImmutableArray<MappedTable> tables = Find(
            TableSketch.Table("""
                STT | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
                A | Cấp huyện | 3 | 2 | 1
                1 | Đất đai | 3 | 2 | 1
                """),
            TableSketch.Table("""
                2 | Xây dựng | 5 | 5 | 0
                STT | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
                3 | Môi trường | 1 | 1 | 0
                """));

        Assert.Equal(2, tables.Length);
        Assert.Equal(["field: Cấp huyện › Xây dựng", "field: Cấp huyện › Môi trường"], tables[1].Table.Rows.Select(Describe));
    }

    [Fact]
    public void Tables_of_two_levels_keep_their_items_apart()
    {
        const string Table = """
            STT | Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết
            1 | Đất đai | 3 | 2 | 1
             | Tổng cộng | 3 | 2 | 1
            """;
        ImmutableArray<MappedTable> tables = Find(
            TableSketch.Paragraph("KẾT QUẢ GIẢI QUYẾT TTHC TẠI CẤP HUYỆN", isBold: true), TableSketch.Table(Table),
            TableSketch.Paragraph("KẾT QUẢ GIẢI QUYẾT TTHC TẠI CẤP XÃ", isBold: true), TableSketch.Table(Table));

        Assert.Equal(
            ["field: Cấp huyện › Đất đai", "level: Cấp huyện", "field: Cấp xã › Đất đai", "level: Cấp xã"],
            tables.SelectMany(t => t.Table.Rows).Select(Describe));
    }

    [Fact]
    public void A_list_of_indicators_is_no_crossed_table() => Assert.Empty(Find(TableSketch.Table("""
        STT | Chỉ tiêu | Đơn vị tính | Số liệu | Ghi chú
        1 | Số hồ sơ tiếp nhận | Hồ sơ | 20 |
        2 | Số hồ sơ đã giải quyết | Hồ sơ | 18 |
        """)));

    private static ImmutableArray<MappedTable> Find(params Block[] blocks) =>
        CrossedTableFinder.Find(TableSketch.Document(blocks), Schema, Mapping.ShippedModel.Mapper, CancellationToken.None);

    private static CrossedRow[] Rows(string sketch) => [.. Assert.Single(Find(TableSketch.Table(sketch))).Table.Rows];

    private static string Describe(CrossedRow row) =>
        row.IsWhole ? "(whole)" : row.Item is null ? "(unknown)" : $"{row.Item.Dimension}: {string.Join(" › ", row.Item.Path.Append(row.Item.Label))}";
}
