using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Validation;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Scoring;

/// <summary>The calibrator gives probabilities, never lets what speaks against a field raise it, and its file is refused where it cannot be used.</summary>
public sealed class ConfidenceModelTests
{
    private static readonly ConfidenceModel Model = ConfidenceModelFile.ReadEmbedded();

    [Theory]
    [InlineData(0.9, 2_000, 0)]
    [InlineData(0, 2_000, 0)]
    [InlineData(1, 0, 5_000)]
    [InlineData(0.9, 3_000, 3_000)]
    public void Any_number_of_places_and_rules_gives_a_probability(double own, int agreeing, int disagreeing)
    {
        foreach (RuleSupport support in (RuleSupport[])[default, new(900, 0, false), new(0, 900, true)])
        {
            Assert.InRange(ConfidenceOf(Evidence(own) with { Witnesses = new ConfidenceWitnesses(agreeing, disagreeing, support) }), 0, 0.9999);
        }
    }

    [Property]
    public void What_speaks_against_a_field_never_raises_its_confidence(byte mapping, byte reading, byte nearby, bool isProse, byte format, byte holding)
    {
        FieldEvidence field = Evidence(mapping / 255.0) with
        {
            Reading = reading / 255.0,
            Nearby = nearby / 255.0,
            IsProse = isProse,
            Report = new ReportTrust((FileFormat)(format % 4), [], 0.1),
            Witnesses = new ConfidenceWitnesses(1, 1, new RuleSupport(holding % 5, 1, false)),
        };
        double now = ConfidenceOf(field);
        RuleSupport support = field.Witnesses.Support;
        FieldEvidence[] worse =
        [
            field with { Witnesses = field.Witnesses with { Support = support with { Broken = 2 } } },
            field with { Witnesses = field.Witnesses with { Support = support with { IsSuspect = true } } },
            field with { Witnesses = field.Witnesses with { Support = support with { Holding = 0 } } },
            field with { Witnesses = field.Witnesses with { Disagreeing = 2 } },
            field with { Witnesses = field.Witnesses with { Agreeing = 0 } },
            field with { IsOdd = true },
            field with { AreColumnsLost = true },
            field with { Mapping = field.Mapping / 2 },
            field with { Reading = field.Reading / 2 },
            field with { Nearby = field.Nearby / 2 },
            field with { Report = new ReportTrust(field.Report.Format, [], 0.3) },
        ];

        Assert.All(worse, w => Assert.True(ConfidenceOf(w) <= now, $"{w}: {ConfidenceOf(w)} above {now}"));
    }

    [Fact]
    public void The_file_of_a_model_gives_the_model_back()
    {
        byte[] file = ConfidenceModelFile.Write(Model);

        Assert.Equal(file, ConfidenceModelFile.Write(ConfidenceModelFile.Read(file, "copy")));
    }

    [Theory]
    [InlineData("\"signalVersion\": 1", "\"signalVersion\": 0", "another version")]
    [InlineData("\"rulesBroken\": -", "\"rulesBroken\": ", "rulesBroken")]
    [InlineData("\"suspect\"", "\"suspekt\"", "suspect")]
    [InlineData("extractor.confidence-model", "extractor.mapping-model", "format")]
    [InlineData("{", "", "damaged")]
    public void A_damaged_file_or_one_of_another_version_is_refused_with_the_reason(string part, string changed, string reason)
    {
        ConfidenceModel model = Model with { OfFigure = [.. Model.OfFigure.Select((w, i) => i == FieldSignal.Holding + 1 ? -0.5f : w)] };
        string file = Encoding.UTF8.GetString(ConfidenceModelFile.Write(model));
        int at = file.IndexOf(part, StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(file.AsSpan(0, at), changed, file.AsSpan(at + part.Length)));

        ConfidenceModelException refused = Assert.Throws<ConfidenceModelException>(() => ConfidenceModelFile.Read(bytes, "x.json"));

        Assert.Contains(reason, refused.Text.En, StringComparison.Ordinal);
        Assert.NotEqual(refused.Text.En, refused.Text.Vi);
    }

    [Fact]
    public void A_host_with_a_missing_model_does_not_start()
    {
        var services = new ServiceCollection();
        services.AddExtractor(options => options.ConfidenceModelFile = "/nowhere/model.confidence.json");
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ExtractorOptions>>().Value);

        Assert.Contains("is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_that_ships_was_fitted_and_says_on_how_much()
    {
        JsonNode file = JsonNode.Parse(ConfidenceModelFile.Write(Model))!;

        Assert.True(file["heldOut"]!.AsArray().Count >= 20);
        Assert.True(file["heldOut"]!.AsArray().Sum(h => h!["rows"]!.GetValue<int>()) >= 20_000);
        Assert.InRange(file["brier"]!.GetValue<double>(), 0.0001, 0.1);
        Assert.NotEmpty(Model.TrainingData);
    }

    private static double ConfidenceOf(FieldEvidence field) => Model.Explain(field, []).Confidence.Value;

    private static FieldEvidence Evidence(double mapping) => new(
        mapping, 0.99, IsProse: false, FieldStatus.Reported, IsOdd: false, AreColumnsLost: false, 0.97, new ReportTrust(FileFormat.Docx, [], 0), default);
}
