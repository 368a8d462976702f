using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extractor.Ingest;
using Extractor.Ingest.Docx;
using Extractor.Mapping;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;
using Microsoft.Extensions.Options;

namespace Extractor.Training.Tests.Reviews;

/// <summary>The whole way of a review: a report is read, what the result says is settled row by row, and a model trained on that is written and read back.</summary>
public sealed class ReviewRoundTests
{
    private const string Report = "hong-hai-2023-year";

    [Fact]
    public void What_reviewers_settled_of_a_result_is_what_the_next_model_reads()
    {
        ExtractionResult before = Read(ShippedMapper());
        ResultRow changed = before.Rows.First(r => r.Code == "dossiers.received");

        ImmutableArray<Correction> corrections = CorrectionFile.Parse(string.Join('\n', before.Rows.Select(r => Settle(r, r == changed ? null : r.Code))));
        ReviewedReports reviews = ReviewedReports.From(corrections, SmallTraining.Schema);
        TrainingResult trained = ModelTrainer.Train(SmallTraining.Data with { Forms = [.. SmallTraining.Data.Forms, .. reviews.Forms] }, SmallTraining.Options);
        MappingModel model = MappingModelFile.Read(MappingModelFile.Write(trained.Model), "reviewed");
        ExtractionResult after = Read(new LearnedRowMapper(model));

        Assert.Equal(Report, Assert.Single(reviews.Forms).Name);
        Assert.Equal(before.Rows.Select(r => r == changed ? null : r.Code), after.Rows.Select(r => r.Code));
    }

    [Fact]
    public void Values_that_were_settled_weigh_in_the_confidence_model()
    {
        ExtractionResult result = Read(ShippedMapper());
        IEnumerable<string> lines = result.Fields.Where(f => f is { Status: FieldStatus.Reported, Raw: not null }).Select((f, i) => string.Create(CultureInfo.InvariantCulture, $$"""
            {"who":"lan","when":"2026-11-01T08:00:00Z","kind":"value","document":"{{Report}}","row":{{i}},"label":{{Json(f.Name)}},"unit":{{Json(f.Unit)}},"value":{{Json(f.Raw)}},"code":{{Json(f.Code)}},"format":"docx","from":"1","to":"1"}
            """));

        ReviewedValues values = ReviewedValues.From(CorrectionFile.Parse(string.Join('\n', lines)), SmallTraining.Schema);
        ConfidenceModel model = ConfidenceFitter.Fit([.. SmallTraining.Confidence.Forms.SelectMany(f => f.Cases), .. values.Cases], ConfidenceModelFile.ReadEmbedded());

        Assert.True(values.Cases.Length > 50);
        Assert.All(values.Cases, c => Assert.True(c.IsRight));
        Assert.Equal(model.OfFigure, ConfidenceModelFile.Read(ConfidenceModelFile.Write(model), "reviewed").OfFigure);
    }

    private static LearnedRowMapper ShippedMapper() => new(MappingModelFile.ReadEmbedded());

    private static ExtractionResult Read(IRowMapper mapper)
    {
        var pipeline = new ExtractionPipeline(
            new DocumentIngest([new DocxReader(Options.Create(new DocxOptions()))]), mapper, ConfidenceModelFile.ReadEmbedded(), [SmallTraining.Schema], new ExtractorOptions());
        byte[] file = File.ReadAllBytes(Directory.GetFiles(Path.Combine(Repository.Fixtures, Report), "*.docx").Single());
        return pipeline.Extract(new SourceFile("report.docx", file), ExtractionRequest.Default);
    }

    private static string Settle(ResultRow row, string? code) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"who":"lan","when":"2026-11-01T08:00:00Z","kind":"row","document":"{{Report}}","table":{{row.Table}},"row":{{row.Row}},"stt":{{Json(row.Stt)}},"group":{{Json(row.Group)}},"label":{{Json(row.Label)}},"unit":{{Json(row.Unit)}},"value":{{Json(row.Value)}},"from":{{Json(row.Code)}},"to":{{Json(code)}}}
        """);

    private static string Json(string? text) => JsonSerializer.Serialize(text);
}
