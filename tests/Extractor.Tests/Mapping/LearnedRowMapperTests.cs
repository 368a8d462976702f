using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping;

public class LearnedRowMapperTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Fact]
    public void A_rate_is_never_taken_for_a_count()
    {
        Assert.Equal(
            ["feedback", "feedback.resolution_rate", "feedback.resolved"],
            Codes(
                ("6", "Phản ánh, kiến nghị", ""),
                ("6.1", "Tỷ lệ giải quyết PAKN", "%"),
                ("6.2", "Số PAKN đã giải quyết", "PAKN")));
    }

    [Fact]
    public void The_same_words_mean_what_the_row_above_says()
    {
        Assert.Equal(
            ["dossiers.resolved", "dossiers.resolved.late", "dossiers.pending", "dossiers.pending.overdue"],
            Codes(
                ("1", "Số hồ sơ đã giải quyết", "Hồ sơ"),
                ("1.1", "Quá hạn", "Hồ sơ"),
                ("2", "Số hồ sơ đang giải quyết", "Hồ sơ"),
                ("2.1", "Quá hạn", "Hồ sơ")));
    }

    [Fact]
    public void A_label_below_a_level_means_the_indicator_of_that_level()
    {
        Assert.Equal(
            ["dossiers.on_time_rate.department", "dossiers.resolved.department", "dossiers.on_time.department",
                "dossiers.on_time_rate.commune", "dossiers.resolved.commune", "dossiers.on_time.commune"],
            Codes(
                ("1", "Tỷ lệ hồ sơ do các sở, ngành tiếp nhận được giải quyết đúng hạn", "%"),
                ("1.1", "Tổng số hồ sơ đã giải quyết xong", "Hồ sơ"),
                ("1.2", "Số hồ sơ giải quyết đúng hạn", "Hồ sơ"),
                ("2", "Tỷ lệ hồ sơ do UBND cấp xã tiếp nhận được giải quyết đúng hạn", "%"),
                ("2.1", "Tổng số hồ sơ đã giải quyết xong", "Hồ sơ"),
                ("2.2", "Số hồ sơ giải quyết đúng hạn", "Hồ sơ")));
    }

    [Fact]
    public void A_row_that_speaks_of_something_else_is_foreign()
    {
        Assert.Equal(
            ["egov.documents", null, null, "egov.documents.incoming", null],
            Codes(
                ("1", "Số liệu về trao đổi văn bản điện tử", ""),
                ("1.1", "Diện tích đất trồng lúa", "Ha"),
                ("1.2", "Số hộ nghèo cuối kỳ", "Hộ"),
                ("1.3", "Tổng số văn bản đến", "Văn bản"),
                ("1.4", "Diện tích rừng trồng mới", "Ha")));
    }

    [Fact]
    public void Coded_options_beside_the_label_count_like_those_in_the_unit()
    {
        Assert.Equal(
            ["direction.inspection", "direction.inspection.by_superior", "direction.inspection.self"],
            Codes(
                ("1", "Kiểm tra cải cách hành chính", ""),
                ("1.1", "Cấp trên kiểm tra CCHC (0 = Không; 1 = Có)", ""),
                ("1.2", "Tự kiểm tra CCHC (0: Không; 1: Có)", "")));
    }

    [Fact]
    public void Levels_of_government_are_told_by_the_row_above()
    {
        Assert.Equal(
            ["procedures.interlinked.same_level", "procedures.interlinked.same_level.district", "procedures.interlinked.same_level.commune",
                "procedures.interlinked.cross_level", "procedures.interlinked.cross_level.district", "procedures.interlinked.cross_level.commune"],
            Codes(
                ("3", "Số TTHC liên thông cùng cấp", "Thủ tục"),
                ("", "- Cấp huyện", ""),
                ("", "- Cấp xã", ""),
                ("4", "Số TTHC liên thông giữa các cấp chính quyền", "Thủ tục"),
                ("", "- Cấp huyện", ""),
                ("", "- Cấp xã", "")));
    }

    [Fact]
    public void A_row_without_a_label_continues_the_row_above_with_its_unit()
    {
        Assert.Equal(
            ["direction.assigned", "direction.assigned.on_time.by_city", "direction.assigned.on_time.by_province"],
            Codes(
                ("4", "Thực hiện nhiệm vụ được giao", ""),
                ("4.1", "Số nhiệm vụ đã hoàn thành đúng hạn", "NV huyện giao"),
                ("", "", "NV Tỉnh giao")));
    }

    [Fact]
    public void Rows_of_other_subjects_are_foreign()
    {
        Assert.Equal(
            [null, null, "direction.directives_issued"],
            Codes(
                ("1", "Số hộ nghèo trên địa bàn", "Hộ"),
                ("2", "Diện tích rừng trồng mới", "Ha"),
                ("3", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản")));
    }

    [Fact]
    public void Accents_may_be_missing()
    {
        Assert.Equal(
            ["direction.survey.method", "publicity.apologies"],
            Codes(
                ("1", "Hinh thuc khao sat", "Truc tuyen = 0; Phat phieu = 1; Ket hop = 2"),
                ("2", "So thu, truong hop da cong khai xin loi", "")));
    }

    [Fact]
    public void Confidence_is_lower_where_another_reading_is_near()
    {
        ImmutableArray<RowChoice> choices = Map(("1", "Số lượng phiếu khảo sát", "Phiếu"), ("2", "Số nhiệm vụ", "Nhiệm vụ"));

        Assert.True(choices[0].Confidence.Value > choices[1].Confidence.Value);
        Assert.All(choices, c => Assert.InRange(c.Confidence.Value + c.Alternatives.Sum(a => a.Confidence.Value), 0, 1 + 1e-9));
        Assert.All(choices, c => Assert.DoesNotContain(c.Alternatives, a => a.Indicator == c.Indicator));
    }

    [Fact]
    public void A_schema_without_indicators_makes_every_row_foreign()
    {
        var empty = new IndicatorSchema("none", 1, new LocalText("", ""), [], []);

        Assert.Null(Assert.Single(ShippedModel.Mapper.Map([Table(("1", "Số văn bản", "Văn bản"))], empty)).Indicator);
    }

    [Fact]
    public void A_caller_who_gives_up_ends_the_mapping()
    {
        GoldRows gold = GoldRows.Read("hoang-thanh-2021-9m");

        Assert.Throws<OperationCanceledException>(() => ShippedModel.Mapper.Map(gold.Tables, Schema, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Each_pass_over_the_rows_ends_when_the_caller_gives_up()
    {
        SchemaIndex index = SchemaIndex.For(Schema);
        var gone = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => RowOutline.Build([Table(("1", "Số văn bản", "Văn bản"))], index, gone));
        Assert.Throws<OperationCanceledException>(() => LearnedRowMapper.ReadEvidence([Table(("1", "Số văn bản", "Văn bản"))], index, gone));
        List<RowNode> nodes = LearnedRowMapper.ReadEvidence(GoldRows.Read("hoang-thanh-2021-9m").Tables, index);
        Assert.Throws<OperationCanceledException>(() => LearnedRowMapper.PassFirst(nodes, ShippedModel.Model.Weights, index, gone));
        var relations = new RelationReader(index, nodes);
        Assert.Throws<OperationCanceledException>(() => LearnedRowMapper.PassSecond(nodes, ShippedModel.Model.Weights, relations, index, gone));
    }

    [Fact]
    public void Threads_share_one_schema()
    {
        GoldRows gold = GoldRows.Read("hoang-thanh-2021-9m");
        string?[][] all = [.. Enumerable.Range(0, 8).AsParallel().Select(
            _ => ShippedModel.Mapper.Map(gold.Tables, Schema).Select(c => c.Indicator?.Code).ToArray())];

        Assert.All(all, codes => Assert.Equal(all[0], codes));
    }

    private static IEnumerable<string?> Codes(params (string Stt, string Label, string Unit)[] rows) =>
        Map(rows).Select(c => c.Indicator?.Code);

    private static ImmutableArray<RowChoice> Map(params (string Stt, string Label, string Unit)[] rows) =>
        ShippedModel.Mapper.Map([Table(rows)], Schema);

    private static StatisticalTable Table(params (string Stt, string Label, string Unit)[] rows) =>
        new(0, "", [.. rows.Select((row, i) => new StatisticalRow
        {
            Table = 0,
            Row = i,
            Stt = row.Stt,
            Group = "",
            Label = new PlacedText(row.Label),
            Unit = new PlacedText(row.Unit),
            Value = new PlacedText(row.Stt.Length > 0 && row.Unit.Length == 0 ? "" : "1"),
            Note = PlacedText.Empty,
        })]);
}
