using System.Text;
using Extractor.Models;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Crossed;

/// <summary>Mistyped figures of crossed tables are found where they stand: by the rules of the family for each item, and by the sums over items.</summary>
public sealed class ItemRuleTests
{
    private const string Right = """
        UBND XÃ MINH TÂN

        BÁO CÁO
        Tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2022

        | STT | Lĩnh vực | Hồ sơ tiếp nhận - Tổng số (Trong kỳ; Từ kỳ trước) | Tiếp nhận trong kỳ | Từ kỳ trước chuyển qua | Đã giải quyết | Đang giải quyết |
        |---|---|---|---|---|---|---|
        | 1 | Đất đai | 30 | 25 | 5 | 28 | 2 |
        | 2 | Hộ tịch | 120 | 118 | 2 | 119 | 1 |
        | 3 | Chứng thực | 400 | 400 | 0 | 400 | 0 |
        |  | Tổng cộng | 550 | 543 | 7 | 547 | 3 |
        """;

    [Fact]
    public void Figures_that_add_up_break_nothing() => Assert.Empty(Read(Right).Findings.Select(f => f.Message));

    [Fact]
    public void A_wrong_figure_of_an_item_breaks_its_rules_and_the_sum_of_its_column()
    {
        ExtractionResult result = Read(Right.Replace("| 30 | 25 | 5 |", "| 80 | 25 | 5 |", StringComparison.Ordinal));

        Finding[] own = [.. result.Findings.Where(f => f.Item?.Label == "Đất đai")];
        Assert.Contains(own, f => f.Codes.Contains("dossiers.requested") && f.Stated == 80 && f.Derived == 30);
        Assert.All(own.Select(f => f.Repair).OfType<Repair>(), repair => Assert.Equal("Đất đai", repair.Item?.Label));
        Finding sum = Assert.Single(result.Findings, f => f.Item is null);
        Assert.Equal((550, 600), (sum.Stated, sum.Derived));
        Field wrong = Assert.Single(result.Fields, f => f.Code == "dossiers.requested" && f.Item?.Label == "Đất đai");
        Assert.Equal(own.Select(f => f.Id), wrong.Findings);
        Assert.All(result.Fields.Where(f => f.Item?.Label == "Hộ tịch"), f => Assert.Empty(f.Findings));
    }

    [Fact]
    public void A_wrong_total_is_found_and_changes_no_value()
    {
        ExtractionResult result = Read(Right.Replace("| 550 | 543 |", "| 550 | 534 |", StringComparison.Ordinal));

        Assert.Contains(result.Findings, f => f.Item is null && f.Stated == 534 && f.Derived == 543);
        Assert.Equal(new NumberValue(534), Assert.Single(result.Fields, f => f.Code == "dossiers.received" && f.Item is null).Value);
    }

    [Fact]
    public void An_empty_cell_is_no_zero()
    {
        ExtractionResult result = Read(Right.Replace("| 119 | 1 |", "| 119 |  |", StringComparison.Ordinal));

        Assert.Empty(result.Findings.Select(f => f.Message));
        Assert.Equal(FieldStatus.Blank, Assert.Single(result.Fields, f => f.Code == "dossiers.pending" && f.Item?.Label == "Hộ tịch").Status);
    }

    [Fact]
    public void Prose_that_differs_from_the_row_of_the_whole_is_found()
    {
        ExtractionResult result = Read(Right.Replace(
            "\n| STT", "\nTrong quý, số hồ sơ đã giải quyết: 574 hồ sơ.\n\n| STT", StringComparison.Ordinal));

        Finding finding = Assert.Single(result.Findings);
        Assert.Equal((547, 574), (finding.Stated, finding.Derived));
    }

    private static ExtractionResult Read(string text) => TestPipeline.Shared.Extract(new SourceFile("report.md", Encoding.UTF8.GetBytes(text)));
}
