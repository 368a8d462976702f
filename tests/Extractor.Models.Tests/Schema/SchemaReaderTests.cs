namespace Extractor.Models.Tests.Schema;

public sealed class SchemaReaderTests
{
    [Fact]
    public void A_family_is_read_with_units_aliases_and_options()
    {
        IndicatorSchema schema = new FamilyFiles().Read();

        Indicator count = schema.Find("a.count")!;
        Assert.Equal(("sample", 3, "Báo cáo mẫu"), (schema.Family, schema.Version, schema.Title.Vi));
        Assert.Equal(("a", ValueKind.Count, "thing", "Số, có dấu phẩy"), (count.Parent, count.Kind, count.Unit, count.Name.Vi));
        Assert.Equal(["Tổng số", "Số lượng"], count.Aliases.AsEnumerable());
        Assert.Equal([new IndicatorOption(0, "Không"), new IndicatorOption(1, "Có")], schema.Find("a.flag")!.Options.AsEnumerable());
        Assert.Equal(["Cái", "Chiếc"], Assert.Single(schema.Units).Printed.AsEnumerable());
        Assert.Null(schema.Find("a.Count"));
    }

    [Theory]
    [InlineData("indicators.csv", "a.count,a,count", "a.count,b,count", "'b'")]
    [InlineData("indicators.csv", "a.count,a,count", "a.count,a,number", "'number'")]
    [InlineData("indicators.csv", "a.count,a,count", "a.count,a,7", "'7'")]
    [InlineData("indicators.csv", "1=Có", "one=Có", "'one=Có'")]
    [InlineData("indicators.csv", "a.flag,a", "a.count,a", "'a.count'")]
    [InlineData("indicators.csv", "a,,heading", "a,a.flag,heading", "circle")]
    [InlineData("indicators.csv", "code,parent", "code,above", "'parent'")]
    [InlineData("indicators.csv", "phẩy\",Count", "phẩy\",Count,more", "more cells")]
    [InlineData("indicators.csv", "phẩy\",Count", "phẩy,Count", "quote")]
    [InlineData("aliases.csv", "a.count,Tổng", "a.total,Tổng", "'a.total'")]
    [InlineData("aliases.csv", "alias", "other", "'alias'")]
    [InlineData("family.json", "\"version\": 3", "\"version\": \"three\"", "family.json")]
    [InlineData("family.json", "\"version\": 3, ", "", "version")]
    [InlineData("family.json", "{ \"family\"", "[ \"family\"", "family.json")]
    public void Files_that_contradict_each_other_are_named(string file, string old, string replacement, string named)
    {
        FamilyFiles files = new FamilyFiles().Replace(file, old, replacement);

        InvalidDataException error = Assert.Throws<InvalidDataException>(files.Read);

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("family.json")]
    [InlineData("indicators.csv")]
    [InlineData("aliases.csv")]
    [InlineData("units.csv")]
    public void A_missing_file_is_named(string file)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(new FamilyFiles().With(file, null).Read);

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }
}
