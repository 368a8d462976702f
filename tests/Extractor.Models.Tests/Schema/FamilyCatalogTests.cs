namespace Extractor.Models.Tests.Schema;

/// <summary>Holds for every family that ships, so that a new one is checked without a new test.</summary>
public sealed class FamilyCatalogTests
{
    public static TheoryData<string> Families => [.. FamilyCatalog.Names];

    [Theory]
    [MemberData(nameof(Families))]
    public void A_shipped_family_is_whole(string family)
    {
        IndicatorSchema schema = FamilyCatalog.Load(family);

        Assert.Equal(family, schema.Family);
        Assert.True(schema.Version >= 1);
        Assert.All(schema.Indicators, indicator =>
        {
            Assert.Matches("^[a-z0-9_]+([.][a-z0-9_]+)*$", indicator.Code);
            Assert.NotEmpty(indicator.Name.Vi);
            Assert.NotEmpty(indicator.Name.En);
            Assert.True(indicator.Name.Vi.IsNormalized(), $"{indicator.Code}: the name is not in NFC");
            Assert.All(indicator.Aliases, alias => Assert.True(alias.Length > 0 && alias.IsNormalized(), $"{indicator.Code}: alias '{alias}'"));
            Assert.Equal(indicator.Kind is ValueKind.Boolean or ValueKind.Enum, indicator.Options.Length > 0);
        });
    }

    // Loading a shipped family trusts its rules; here they are checked.
    [Theory]
    [MemberData(nameof(Families))]
    public void A_shipped_family_passes_the_checks_of_the_reader(string family)
    {
        IndicatorSchema read = SchemaReader.Read(file => typeof(FamilyCatalog).Assembly.GetManifestResourceStream($"Families/{family}/{file}"));

        Assert.NotEmpty(read.Rules);
        Assert.Equal(ExtractorJson.Serialize(FamilyCatalog.Load(family)), ExtractorJson.Serialize(read));
    }

    [Fact]
    public void An_unknown_family_is_refused_with_the_known_ones_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => FamilyCatalog.Load("no-such-family"));

        Assert.All(FamilyCatalog.Names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../cchc")]
    [InlineData("")]
    [InlineData("CCHC")]
    public void A_family_name_is_taken_literally(string name) => Assert.Throws<ArgumentException>(() => FamilyCatalog.Load(name));
}
