using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Tests.Mapping;

public class MappingAccuracyTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Theory]
    [InlineData("dien-bien-2021-9m", 0.985)]
    [InlineData("hoang-thanh-2021-9m", 0.985)]
    [InlineData("hong-hai-2023-year", 0.94)]
    [InlineData("tinh-7-bieu-2025-6m", 0.98)]
    [InlineData("so-nganh-2022-quy", 0.92)]
    [InlineData("huyen-2024-year", 0.95)]
    [InlineData("phuong-2025-hai-cap", 0.93)]
    [InlineData("xa-2020-quy-mien-trung", 0.91)]
    [InlineData("tinh-bieu-mau-1-7-2025-9m", 0.965)]
    [InlineData("huyen-2023-trung-du", 0.98)]
    [InlineData("xa-2025-sau-sap-xep", 0.97)]
    [InlineData("tinh-2022-mot-bang", 0.95)]
    [InlineData("xa-2021-nhan-ngan", 0.97)]
    public void Weights_alone_carry_most_of_a_form_without_any_wording_learned_from_forms(string form, double least)
    {
        Assert.InRange(Accuracy(form, Schema), least, 1);
    }

    [Theory]
    [InlineData("dien-bien-2021-9m", 0.985)]
    [InlineData("hoang-thanh-2021-9m", 0.985)]
    [InlineData("hong-hai-2023-year", 0.90)]
    public void Names_alone_carry_most_of_a_form_no_alias_was_collected_from(string form, double least)
    {
        var schema = new IndicatorSchema(
            Schema.Family, Schema.Version, Schema.Title, [.. Schema.Indicators.Select(i => i with { Aliases = [] })],
            Schema.Units, Schema.Contrasts, Schema.Synonyms);

        Assert.InRange(Accuracy(form, schema), least, 1);
    }

    internal static double Accuracy(string form, IndicatorSchema schema)
    {
        GoldRows gold = GoldRows.Read(form);

        ImmutableArray<RowChoice> choices = ShippedModel.UnknowingMapper.Map(gold.Tables, schema);

        Assert.Equal(gold.Codes.Length, choices.Length);
        return choices.Zip(gold.Codes).Average(pair => pair.Second.Contains(pair.First.Indicator?.Code) ? 1.0 : 0.0);
    }
}
