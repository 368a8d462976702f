using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Ingest;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Tests.Pipeline;

/// <summary>The accuracy tests can fail: with a stage broken on purpose the scores they assert fall.</summary>
public class BrokenStageTests
{
    private const string Report = "hong-hai-2023-year";

    [Fact]
    public void A_whole_pipeline_scores_one() => Assert.Equal((1.0, 1.0, 1.0), Score(reader => reader, ShippedModel.Mapper));

    [Fact]
    public void A_reader_that_loses_a_row_is_noticed()
    {
        (double rows, _, double fields) = Score(reader => new TableChangingReader(reader, WithoutLastRow), ShippedModel.Mapper);

        Assert.True(rows < 1 && fields < 1, $"rows {rows}, fields {fields}");
    }

    [Fact]
    public void A_reader_that_reads_one_digit_wrong_is_noticed()
    {
        (_, _, double fields) = Score(reader => new TableChangingReader(reader, WithAnotherFigure), ShippedModel.Mapper);

        Assert.True(fields < 1, $"fields {fields}");
    }

    [Fact]
    public void A_mapper_that_confuses_neighbours_is_noticed()
    {
        (_, double codes, double fields) = Score(reader => reader, new ShiftingMapper());

        Assert.True(codes < 0.2 && fields < 0.9, $"codes {codes}, fields {fields}");
    }

    private static (double Rows, double Codes, double Fields) Score(Func<IDocumentReader, IDocumentReader> change, IRowMapper mapper)
    {
        var services = new ServiceCollection();
        services.AddExtractor().AddDocx();
        IDocumentReader reader = services.BuildServiceProvider().GetRequiredService<IDocumentReader>();
        var pipeline = new ExtractionPipeline(
            new DocumentIngest([change(reader)]), mapper, ConfidenceModelFile.ReadEmbedded(), FamilyCatalog.Names.Select(FamilyCatalog.Load), new ExtractorOptions());
        ReportScore score = ReportScorer.Score(Fixtures.Gold(Report), pipeline.Extract(Fixtures.Open(Report, ".docx")));
        return (score.RowRecall, score.Codes.Value, score.FieldF1);
    }

    private static TableBlock WithoutLastRow(TableBlock table) =>
        new(table.RowCount - 1, table.ColumnCount, [.. table.Cells.Where(c => c.Row + c.RowSpan < table.RowCount)], table.HeaderRowCount);

    private static TableBlock WithAnotherFigure(TableBlock table)
    {
        TableCell figure = table.Cells.First(c => c.Row > table.HeaderRowCount && c.Column == table.ColumnCount - 2 && c.Text.Text.Length > 0 && c.Text.Text.All(char.IsAsciiDigit));
        return new(table.RowCount, table.ColumnCount, table.Cells.Replace(figure, figure with { Text = new PlacedText("9" + figure.Text.Text) }), table.HeaderRowCount);
    }

    private sealed class TableChangingReader(IDocumentReader inner, Func<TableBlock, TableBlock> change) : IDocumentReader
    {
        public bool CanRead(SourceFile file) => inner.CanRead(file);

        public Document Read(SourceFile file, CancellationToken cancellationToken)
        {
            Document document = inner.Read(file, cancellationToken);
            return new Document
            {
                Format = document.Format,
                Blocks = [.. document.Blocks.Select(b => b is TableBlock { RowCount: > 20 } table ? change(table) : b)],
            };
        }
    }

    private sealed class ShiftingMapper : IRowMapper
    {
        public ImmutableArray<RowChoice> Map(ImmutableArray<StatisticalTable> tables, IndicatorSchema schema, CancellationToken cancellationToken = default)
        {
            ImmutableArray<RowChoice> right = ShippedModel.Mapper.Map(tables, schema, cancellationToken);
            return [.. right.Select((choice, i) => choice with { Indicator = right[(i + 1) % right.Length].Indicator })];
        }

        public void Prepare(IndicatorSchema schema) => ShippedModel.Mapper.Prepare(schema);
    }
}
