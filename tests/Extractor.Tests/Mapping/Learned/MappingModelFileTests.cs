using System.Text;
using System.Text.Json.Nodes;
using Extractor.Mapping.Learned;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Mapping.Learned;

public class MappingModelFileTests
{
    private static readonly byte[] Whole = MappingModelFile.Write(ShippedModel.Model);

    [Fact]
    public void A_model_survives_its_file()
    {
        MappingModel again = MappingModelFile.Read(Whole, "model");

        Assert.Equal(Whole, MappingModelFile.Write(again));
        Assert.Equal(ShippedModel.Model.Weights.Pairs, again.Weights.Pairs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"other\"}")]
    public void Damaged_files_are_refused_in_both_languages(string text) =>
        AssertRefused(Encoding.UTF8.GetBytes(text), "hỏng", "damaged");

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Whole.Length - 2; length += Whole.Length / 23)
        {
            AssertRefused(Whole[..length], "hỏng", "damaged");
        }
    }

    [Theory]
    [InlineData("featureVersion", 999)]
    [InlineData("featureVersion", 0)]
    [InlineData("formatVersion", 2)]
    public void Files_of_another_version_are_refused(string field, int value) =>
        AssertRefused(Changed(root => root[field] = value), "phiên bản khác", "another version");

    [Fact]
    public void A_file_whose_features_are_not_those_of_the_program_is_refused()
    {
        AssertRefused(Changed(root => root["pairs"]!.AsObject().Remove("own")), "pairs.own", "pairs.own");
        AssertRefused(Changed(root => root["pairs"]!["invented"] = 1), "pairs", "pairs");
        AssertRefused(Changed(root => root["pairs"]!["conflict"] = 2), "pairs.conflict", "pairs.conflict");
    }

    [Fact]
    public void A_remembered_form_with_too_few_codes_is_refused() =>
        AssertRefused(
            Changed(root => root["families"]!.AsObject().First().Value!["forms"]![0]!["codes"] = "-"), "hỏng", "damaged");

    [Fact]
    public void A_missing_file_is_refused_when_the_host_starts()
    {
        var services = new ServiceCollection();
        services.AddExtractor(options => options.MappingModelFile = "/no/such/model.json");

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(
            () => services.BuildServiceProvider().GetRequiredService<IOptions<ExtractorOptions>>().Value);

        Assert.Contains("/no/such/model.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy", refused.Message, StringComparison.Ordinal);
        Assert.Contains("missing", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Changed(Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(Whole)!;
        change(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void AssertRefused(byte[] bytes, string vietnamese, string english)
    {
        MappingModelException refused = Assert.Throws<MappingModelException>(() => MappingModelFile.Read(bytes, "model"));

        Assert.Contains(vietnamese, refused.Text.Vi, StringComparison.Ordinal);
        Assert.Contains(english, refused.Text.En, StringComparison.Ordinal);
    }
}
