using System.Globalization;
using Extractor.Mapping;
using Extractor.Mapping.Learned;
using Extractor.Training.Forms;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;

namespace Extractor.Training.Tests.Reviews;

public class ReviewedReportsTests
{
    private const string Line =
        """{"who":"lan","when":"2026-03-01T08:00:00+07:00","kind":"row","document":"r1","table":0,"row":3,"label":"Số thư ngỏ gửi công dân","unit":"Thư","value":"4","from":null,"to":"publicity.apologies"}""";

    [Fact]
    public void A_settled_label_becomes_a_wording_of_its_indicator()
    {
        ReviewedReports reviews = ReviewedReports.From(CorrectionFile.Parse(Line), SmallTraining.Schema);

        Assert.Empty(reviews.Forms);
        Assert.Equal(new LearnedWording("publicity.apologies", "Số thư ngỏ gửi công dân", false), Assert.Single(reviews.Wordings));
    }

    [Fact]
    public void The_last_word_about_a_row_counts()
    {
        string later = Line.Replace("2026-03-01", "2026-03-02", StringComparison.Ordinal).Replace("publicity.apologies", "feedback.received", StringComparison.Ordinal);

        Assert.Equal("feedback.received", Assert.Single(ReviewedReports.From(CorrectionFile.Parse($"{later}\n{Line}\n"), SmallTraining.Schema).Wordings).Code);
    }

    [Fact]
    public void Corrections_of_values_make_no_wordings() =>
        Assert.Empty(ReviewedReports.From(CorrectionFile.Parse(Line.Replace("\"row\",", "\"value\",", StringComparison.Ordinal)), SmallTraining.Schema).Wordings);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"who":"lan"}""")]
    [InlineData("""{"who":null,"when":"2026-03-01T08:00:00Z","kind":"row","document":"r","label":"x"}""")]
    public void A_line_that_is_no_correction_is_named(string line) =>
        Assert.Contains("Line 2", Assert.Throws<InvalidDataException>(() => CorrectionFile.Parse($"{Line}\n{line}")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_code_the_schema_does_not_have_is_refused() =>
        Assert.Contains("no.such.code", Assert.Throws<InvalidDataException>(() => ReviewedReports.From(
            CorrectionFile.Parse(Line.Replace("publicity.apologies", "no.such.code", StringComparison.Ordinal)), SmallTraining.Schema)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_report_settled_row_by_row_is_remembered_and_the_next_one_maps_exactly()
    {
        LabelledForm form = SmallTraining.Shipped.Single(f => f.Name.StartsWith("huyen-2024", StringComparison.Ordinal));
        string corrections = string.Join('\n', form.Rows.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $$"""
            {"who":"lan","when":"2026-03-01T08:00:00Z","kind":"row","document":"reviewed","row":{{i}},"stt":{{Json(r.Row.Stt)}},"group":{{Json(r.Row.Group)}},"label":{{Json(r.Row.Label.Text)}},"unit":{{Json(r.Row.Unit.Text)}},"value":{{Json(r.Row.Value.Text)}},"to":{{Json(r.Codes[0])}}}
            """)));

        ReviewedReports reviews = ReviewedReports.From(CorrectionFile.Parse(corrections), SmallTraining.Schema);
        TrainingResult trained = ModelTrainer.Train(SmallTraining.Data with { Forms = reviews.Forms }, SmallTraining.Options);
        IEnumerable<RowChoice> choices = new LearnedRowMapper(trained.Model).Map(form.Tables, SmallTraining.Schema);

        Assert.Equal(form.Codes.Select(c => c[0]), choices.Select(c => c.Indicator?.Code));
    }

    private static string Json(string? text) => System.Text.Json.JsonSerializer.Serialize(text);
}
