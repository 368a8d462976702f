using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Ingest;
using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Models;
using Extractor.Training.Printing;
using Extractor.Training.Synthesis;
using Microsoft.Extensions.Options;

namespace Extractor.Training.Tests.Printing;

/// <summary>Invented reports print what they state, in every format, and a reader finds it again.</summary>
public sealed class PrinterTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("txt")]
    public void Every_figure_of_a_report_stands_in_its_print(string format)
    {
        PrintedReport report = ReportMaker.Make(SmallTraining.Data.Forms[0], SmallTraining.Schema, new SeededRandom(7));
        byte[] file = format switch { "docx" => DocxPrinter.Print(report), "pdf" => PdfPrinter.Print(report), _ => TextPrinter.Print(report, isAligned: true) };

        Document document = Read($"report.{format}", file);
        string text = string.Join(' ', document.Blocks.SelectMany(TextsOf));

        Assert.True(report.Gold.Rows.Count(r => r.Value.Length > 0) > 40);
        Assert.All(report.Gold.Rows.Where(r => r.Value.Length > 0), r => Assert.Contains(r.Value, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistyped_figure_is_what_the_report_states_and_a_misread_one_is_not()
    {
        PrintedReport report = ReportMaker.Make(SmallTraining.Data.Forms[0], SmallTraining.Schema, new SeededRandom(7));

        PrintedReport mistyped = ReportDamage.Mistype(report, new SeededRandom(3));
        PrintedReport misread = ReportDamage.Misread(report, 0.2, new SeededRandom(3));

        Assert.NotEqual(report.Gold.Rows.Select(r => r.Truth), mistyped.Gold.Rows.Select(r => r.Truth));
        Assert.Equal(mistyped.Gold.Rows.Select(r => r.Value), mistyped.Tables.SelectMany(t => t.Rows).Select(r => r.Value));
        Assert.Equal(report.Gold.Rows.Select(r => r.Truth), misread.Gold.Rows.Select(r => r.Truth));
        Assert.NotEqual(misread.Gold.Rows.Select(r => r.Value), misread.Tables.SelectMany(t => t.Rows).Select(r => r.Value));
    }

    // Wherever the page ends, be it just below the heading.
    [Fact]
    public void A_table_that_begins_at_the_foot_of_a_page_is_one_table_of_all_its_rows()
    {
        PrintedRow[] rows = [.. Enumerable.Range(1, 60).Select(i => new PrintedRow($"{i}", "", $"Số lượng văn bản loại {i} đã được cơ quan ban hành trong kỳ", "Văn bản", $"{i * 7}", ""))];
        var layout = new TableLayout(
            [TableColumn.Number, TableColumn.Label, TableColumn.Unit, TableColumn.Value, TableColumn.Note], ["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"], false, true);
        for (int lines = 40; lines < 60; lines++)
        {
            var report = new PrintedReport(
                new GoldReport("", [], ImmutableDictionary<string, IndicatorValue>.Empty, ImmutableDictionary<string, IndicatorValue>.Empty, ImmutableDictionary<string, string>.Empty, new ReportPeriod(PeriodKind.Year, 2024)),
                ["BÁO CÁO"], [.. Enumerable.Repeat("Ủy ban nhân dân báo cáo.", lines)], [new PrintedTable("", [.. rows])], layout);

            TableBlock table = Assert.Single(Read("report.pdf", PdfPrinter.Print(report)).Blocks.OfType<TableBlock>());

            Assert.Equal(rows.Length + 1, table.RowCount);
        }
    }

    private static Document Read(string name, byte[] file) => new DocumentIngest(
        [
            new DocxReader(Options.Create(new DocxOptions())), new PdfReader(Options.Create(new PdfReaderOptions())),
            new PlainTextReader([SmallTraining.Schema], Options.Create(new TextOptions())),
        ]).Read(new SourceFile(name, file), default);

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        TextBlock text => [text.Text.Text],
        TableBlock table => table.Cells.Select(c => c.Text.Text),
        _ => [],
    };
}
