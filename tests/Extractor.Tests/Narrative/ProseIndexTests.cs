using Extractor.Models;
using Extractor.Narrative;

namespace Extractor.Tests.Narrative;

public class ProseIndexTests
{
    [Theory]
    [MemberData(nameof(Families))]
    public void Every_pattern_names_indicators_of_its_family(string family)
    {
        IndicatorSchema schema = FamilyCatalog.Load(family);

        Assert.Equal(schema.Prose.Length, ProseIndex.For(schema).Patterns.Length);
        Assert.Equal(schema.Prose.Length, schema.Prose.Select(p => (p.Code, string.Join(';', p.Needs.SelectMany(n => n.Phrases)))).Distinct().Count());
    }

    public static TheoryData<string> Families() => new(FamilyCatalog.Names);
}
