using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Tests.Mapping;

public class MappingAccuracyTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Theory]
    [InlineData("dien-bien-2021-9m", 0.985)]
    [InlineData("hoang-thanh-2021-9m", 0.985)]
    [InlineData("hong-hai-2023-year", 0.90)]
    public void Rows_of_known_forms_get_their_codes(string form, double least)
    {
        Assert.InRange(Accuracy(form, Schema), least, 1);
    }

    internal static double Accuracy(string form, IndicatorSchema schema)
    {
        GoldRows gold = GoldRows.Read(form);

        ImmutableArray<RowChoice> choices = new HeuristicRowMapper().Map(gold.Tables, schema);

        Assert.Equal(gold.Codes.Length, choices.Length);
        return choices.Zip(gold.Codes).Average(pair => pair.Second.Contains(pair.First.Indicator?.Code) ? 1.0 : 0.0);
    }
}
