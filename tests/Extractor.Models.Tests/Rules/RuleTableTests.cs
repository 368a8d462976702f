using Extractor.Models.Tests.Schema;

namespace Extractor.Models.Tests.Rules;

public sealed class RuleTableTests
{
    private const string Header = "rule,severity,kind,levels,check,tolerance,message_vi,message_en\n";

    private const string Indicators =
        "code,parent,kind,unit,options,name_vi,name_en\n"
        + "got,,count,form,,Nhận,Received\ngot.desk,got,count,form,,Trực tiếp,At the desk\ngot.post,got,count,form,,Bưu chính,By post\n"
        + "done,,count,form,,Xong,Done\ndone.desk,done,count,form,,Xong trực tiếp,Done at the desk\nrate,,percent,form,,Tỷ lệ,Rate\n";

    private static IndicatorSchema Read(string rules) =>
        new FamilyFiles().With("indicators.csv", Indicators).With("aliases.csv", "code,alias\n").With("units.csv", "unit,printed\nform,Hồ sơ\n")
            .With("rules.csv", Header + rules).Read();

    [Fact]
    public void A_rule_keeps_its_text_and_its_levels()
    {
        SchemaRule rule = Assert.Single(Read("A1,warning,sum,commune|district,got = got.desk + got.post?,0.5,Sai,Wrong\n").Rules);

        Assert.Equal(("A1", Severity.Warning, RuleKind.Sum, 0.5m), (rule.Id, rule.Severity, rule.Kind, rule.Tolerance));
        Assert.Equal<AdministrativeLevel>([AdministrativeLevel.Commune, AdministrativeLevel.District], rule.Levels);
        Assert.Equal(new LocalText("Sai", "Wrong"), rule.Message);
    }

    [Fact]
    public void A_pattern_stands_for_every_code_that_fits()
    {
        IndicatorSchema schema = Read("A1,warning,order,,{total}.{part} <= {total},,,\n");

        IEnumerable<string> pairs = RuleExpansion.Of(schema.Rules[0], schema).Select(c => $"{CodeOf(c.Left)} {CodeOf(c.Right)}");

        Assert.Equal(["got.desk got", "got.post got", "done.desk done"], pairs);
    }

    [Fact]
    public void A_kind_behind_a_pattern_admits_that_kind_only()
    {
        IndicatorSchema schema = Read("A1,error,range,,0 <= {any*}@percent <= 100,,,\n");

        Assert.Equal(["rate"], RuleExpansion.Of(schema.Rules[0], schema).Take(1).Select(c => CodeOf(c.Right)));
        Assert.Equal(2, RuleExpansion.Of(schema.Rules[0], schema).Length);
    }

    [Fact]
    public void A_chain_makes_a_comparison_of_each_pair()
    {
        IndicatorSchema schema = Read("A1,error,order,,got.desk <= got <= 100,,,\n");

        Assert.Equal([RuleRelation.AtMost, RuleRelation.AtMost], RuleExpansion.Of(schema.Rules[0], schema).Select(c => c.Relation));
    }

    [Theory]
    [InlineData("A1,error,sum,,got = nothing,,,", "line 2", "nothing")]
    [InlineData("A1,error,sum,,got = got.desk,,,\nA2,error,sum,,got = + got.desk,,,", "line 3", "a code is missing")]
    [InlineData("A1,error,sum,,got got.desk,,,", "line 2", "is missing")]
    [InlineData("A1,error,sum,,got = (got.desk | got.post,,,", "line 2", "')'")]
    [InlineData("A1,error,sum,,got = got.{desk,,,", "line 2", "brace")]
    [InlineData("A1,error,order,,{x}.nowhere <= {x},,,", "line 2", "no codes")]
    [InlineData("A1,fatal,sum,,got = got.desk,,,", "line 2", "fatal")]
    [InlineData("A1,error,magic,,got = got.desk,,,", "line 2", "magic")]
    [InlineData("A1,error,sum,galaxy,got = got.desk,,,", "line 2", "galaxy")]
    [InlineData("A1,error,sum,,got = got.desk,much,,", "line 2", "much")]
    [InlineData("A1,error,sum,,rate = got / done,,,", "line 2", "divides")]
    [InlineData("A1,error,quotient,,rate = got,,,", "line 2", "'/'")]
    [InlineData("A1,error,structure,,feng_shui,,,", "line 2", "feng_shui")]
    [InlineData("A1,error,series,,sinking got,,,", "line 2", "sinking")]
    [InlineData("A1,error,series,,rising gone,,,", "line 2", "gone")]
    [InlineData("A1,error,options,,got,,,", "line 2", "'*'")]
    [InlineData("A1,error,sum,,{x*}@colour = got,,,", "line 2", "kind")]
    [InlineData("A1,error,sum,,got = got.desk + done,,,\nA2,error,sum,,done = got + got.post,,,", "line 3", "part of itself")]
    [InlineData("A1,error,sum,,,,,", "line 2", "check")]
    public void A_line_that_cannot_be_read_is_named(string rules, string line, string what)
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Read(rules + "\n"));

        Assert.Contains("rules.csv, " + line, exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_that_of_the_file_even_behind_a_cell_of_several_lines()
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(
            () => Read("A1,error,sum,,got = got.desk,,\"zwei\nZeilen\",\nA2,error,sum,,got = gone,,,\n"));

        Assert.Contains("line 4", exception.Message, StringComparison.Ordinal);
    }

    private static string CodeOf(RuleSide side) => side.Terms.IsEmpty ? "" : side.Terms[0].Choices[0][0].Code;
}
