using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Mapping;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Results;
using Extractor.Tables;
using Extractor.Validation;
using Extractor.Validation.Engine;

namespace Extractor.Tests.Validation;

/// <summary>Each kind of rule holds, breaks, and abstains with a reason, on a family made for the purpose.</summary>
public sealed class RuleKindTests
{
    private const string Indicators =
        "code,parent,kind,unit,options,name_vi,name_en\n"
        + "all,,count,u,,Tất cả,All\nall.a,all,count,u,,Phần a,Part a\nall.b,all,count,u,,Phần b,Part b\nin,,count,u,,Vào,In\nout,,count,u,,Ra,Out\n"
        + "left,,count,u,,Còn,Left\nrate,,percent,u,,Tỷ lệ,Rate\n";

    [Theory]
    [InlineData("sum,,all = all.a + all.b", "all=5 all.a=2 all.b=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("sum,,all = all.a + all.b", "all=5 all.a=2 all.b=4", CheckOutcome.Broken, Abstention.None)]
    [InlineData("sum,,all = all.a + all.b", "all=5 all.a=2 all.b=", CheckOutcome.CannotTell, Abstention.Blank)]
    [InlineData("sum,,all = all.a + all.b", "all=5 all.a=2 all.b=-", CheckOutcome.CannotTell, Abstention.Unusable)]
    [InlineData("sum,,all = all.a + all.b", "all=5 all.a=2", CheckOutcome.CannotTell, Abstention.Absent)]
    [InlineData("sum,,all = all.a + all.b + in?", "all=5 all.a=2 all.b=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("sum,,all = all.a + all.b + in?", "all=5 all.a=2 all.b=3 in=", CheckOutcome.CannotTell, Abstention.Blank)]
    [InlineData("sum,,all = all.a + all.b + in", "all=5 all.a=2 all.b=4", CheckOutcome.Broken, Abstention.None)]
    [InlineData("sum,,all = all.a? + all.b?", "all=5 all.a=2", CheckOutcome.CannotTell, Abstention.PartsUnknown)]
    [InlineData("sum,,all = (in | all.a + all.b)", "all=5 all.a=2 all.b=3 in=", CheckOutcome.Holds, Abstention.None)]
    [InlineData("balance,,all + in = out + left", "all=1 in=4 out=3 left=2", CheckOutcome.Holds, Abstention.None)]
    [InlineData("balance,,all + in = out + left", "all=1 in=4 out=3 left=1", CheckOutcome.Broken, Abstention.None)]
    [InlineData("balance,,all + in = out + left", "all=1 in=4 out=3", CheckOutcome.CannotTell, Abstention.Absent)]
    [InlineData("quotient,,rate = out / in", "rate=33,3 out=1 in=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("quotient,,rate = out / in", "rate=33 out=1 in=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("quotient,,rate = out / in", "rate=34,3 out=1 in=3", CheckOutcome.Broken, Abstention.None)]
    [InlineData("quotient,,rate = out / in", "rate=0,05 out=1 in=20", CheckOutcome.CannotTell, Abstention.WrittenAsFraction)]
    [InlineData("quotient,,rate = out / in", "rate=0 out=0 in=0", CheckOutcome.CannotTell, Abstention.NothingToDivideBy)]
    [InlineData("quotient,,rate <> out / in", "rate=5 out=1 in=20", CheckOutcome.Holds, Abstention.None)]
    [InlineData("quotient,,rate <> out / in", "rate=0,05 out=1 in=20", CheckOutcome.Broken, Abstention.None)]
    [InlineData("quotient,,rate <> out / in", "rate=0,05 out=1 in=", CheckOutcome.CannotTell, Abstention.Blank)]
    [InlineData("range,,rate <= 100", "rate=100", CheckOutcome.Holds, Abstention.None)]
    [InlineData("range,,rate <= 100", "rate=101", CheckOutcome.Broken, Abstention.None)]
    [InlineData("range,,rate <= 100", "rate=", CheckOutcome.CannotTell, Abstention.Blank)]
    [InlineData("order,,out <= in", "out=3 in=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("order,,out < in", "out=3 in=3", CheckOutcome.Broken, Abstention.None)]
    [InlineData("order,,out <= in", "out=4 in=3", CheckOutcome.Broken, Abstention.None)]
    [InlineData("order,,out <= in", "out=4 in=", CheckOutcome.CannotTell, Abstention.Blank)]
    [InlineData("agreement,,in = out", "in=3 out=3", CheckOutcome.Holds, Abstention.None)]
    [InlineData("agreement,,in = out", "in=3 out=4", CheckOutcome.Broken, Abstention.None)]
    [InlineData("agreement,,in = out", "in=3", CheckOutcome.CannotTell, Abstention.Absent)]
    [InlineData("order,province,out <= in", "out=4 in=3", CheckOutcome.CannotTell, Abstention.OtherLevel)]
    public void A_kind_has_three_outcomes(string rule, string figures, object outcome, object reason)
    {
        CheckedInstance instance = Assert.Single(Validate(rule, figures, "").Instances);

        Assert.Equal((CheckOutcome)outcome, instance.Verdict.Outcome);
        Assert.Equal((Abstention)reason, instance.Verdict.Outcome == CheckOutcome.CannotTell ? instance.Verdict.Reason : Abstention.None);
    }

    [Fact]
    public void What_the_prose_passes_over_is_unknown_and_what_it_tells_is_judged_by_itself()
    {
        const string Rule = "sum,,all = all.a + all.b?";

        Assert.Equal(CheckOutcome.CannotTell, Assert.Single(Validate(Rule, "", "all=5 all.a=2").Instances).Verdict.Outcome);
        Assert.Equal(CheckOutcome.Broken, Assert.Single(Validate(Rule, "", "all=5 all.a=4 all.b=3").Instances, i => i.Scope == CheckScope.Prose).Verdict.Outcome);
        Assert.Equal([CheckScope.Tables, CheckScope.Prose], Validate(Rule, "all=5 all.a=2 all.b=3", "all=6 all.a=2 all.b=4").Instances.Select(i => i.Scope));
    }

    [Fact]
    public void Table_and_prose_together_tell_what_neither_has_in_full_unless_they_disagree()
    {
        const string Rule = "balance,,all + in = out + left";

        Assert.Equal(CheckOutcome.Holds, Assert.Single(Validate(Rule, "all=1 in=4", "out=3 left=2").Instances).Verdict.Outcome);
        Assert.Equal(Abstention.Disputed, Assert.Single(Validate(Rule, "all=1 in=4", "out=3 left=2 in=5").Instances).Verdict.Reason);
    }

    [Fact]
    public void The_hint_is_the_figure_that_mends_most_and_ties_are_ranked_with_what_is_known_of_them()
    {
        ValidationReport cornered = Validate("sum,,all = all.a + all.b\nbalance,,all + in = out + left", "all=95 all.a=32 all.b=27 in=41 out=60 left=40", "");
        ValidationReport tied = Validate("sum,,all = all.a + all.b", "all=59 all.a=32 all.b=47", "");

        Assert.All(cornered.Findings, f => Assert.Equal(("all", 59m, (Slip?)Slip.DigitsSwapped), (f.Repair!.Code, f.Repair.Value, f.Repair.Slip)));
        Repair doubtful = Assert.Single(tied.Findings).Repair!;
        Assert.InRange(doubtful.Probability!.Value, 0.1, 0.6);
        Assert.Equal(3, doubtful.Others!.Value.Select(o => o.Code).Prepend(doubtful.Code).Distinct().Count());
        Assert.All(cornered.Findings, f => Assert.True(f.Repair!.Probability > 0.9));
    }

    [Fact]
    public void Findings_and_steps_are_bounded()
    {
        var options = new ValidationOptions { MaxFindings = 1, MaxInstances = 3, MaxRepairSteps = 0 };

        ValidationReport report = Validate("order,,out <= in\norder,,left <= in\norder,,all <= in", "out=2 left=2 all=2 in=1", "", options);

        Assert.Single(report.Findings);
        Assert.True(report.Instances.Count <= 3);
        Assert.All(report.Findings, f => Assert.Null(f.Repair));
    }

    private static ValidationReport Validate(string rules, string table, string prose, ValidationOptions? options = null)
    {
        string[] lines = [.. rules.Split('\n').Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"T{i},error,{line},,,"))];
        IndicatorSchema schema = SchemaReader.Read(file => file switch
        {
            "family.json" => Stream("""{ "family": "sample", "version": 1, "title": { "vi": "Mẫu", "en": "Sample" } }"""),
            "indicators.csv" => Stream(Indicators),
            "aliases.csv" => Stream("code,alias\n"),
            "units.csv" => Stream("unit,printed\nu,Cái\n"),
            "rules.csv" => Stream("rule,severity,kind,levels,check,tolerance,message_vi,message_en\n" + string.Join('\n', lines)),
            _ => null,
        });
        var document = new Document { Format = FileFormat.Docx, Blocks = [new TextBlock(new PlacedText("…"), TextStyle.Plain)] };
        ImmutableArray<RowChoice> rows = [.. Pairs(table).Select((pair, i) => new RowChoice(Row(i, pair.Value), schema.Find(pair.Code)!, Confidence.Full, []))];
        ImmutableArray<NarrativeFact> facts =
            [.. Pairs(prose).Select(pair => new NarrativeFact(schema.Find(pair.Code)!, new NumberValue(decimal.Parse(pair.Value, CultureInfo.InvariantCulture)), 0, 0, 1, Confidence.Full, []))];
        var head = new ReportHead(
            Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<DateOnly?>(),
            Stated.Missing<ReportPeriod>(), new Stated<AdministrativeLevel?>(AdministrativeLevel.Commune, Confidence.Full, []), Stated.Missing<string>(),
            Stated.Missing<string>(), Stated.Missing<ImmutableArray<string>>());
        return new ReportValidator(options ?? new ValidationOptions())
            .Validate(new ReportContent(document, HeadText.Of(document), head, [], rows, StatementReader.Read(document, rows, [], facts)), schema);
    }

    private static IEnumerable<(string Code, string Value)> Pairs(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => (p[0], p[1]));

    private static StatisticalRow Row(int row, string value) => new()
    {
        Table = 0,
        Row = row,
        Stt = "",
        Group = "",
        Label = new PlacedText("Dòng"),
        Unit = PlacedText.Empty,
        Value = new PlacedText(value),
        Note = PlacedText.Empty,
    };

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
