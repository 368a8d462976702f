using System.Text.Json;
using Extractor.Models;

namespace Extractor.Cli.Tests.Schemas;

public sealed class SchemaCommandTests
{
    [Fact]
    public void List_names_every_family()
    {
        using var cli = new CliHarness();

        int code = cli.Run("schema", "list");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(FamilyCatalog.Names, cli.Output.TrimEnd().Split('\n').Select(line => line.Split('\t')[0]));
    }

    [Fact]
    public void Show_prints_each_indicator_below_its_parent()
    {
        using var cli = new CliHarness();
        IndicatorSchema schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);
        Indicator child = schema.Indicators.First(i => i.Parent is not null && schema.Find(i.Parent)!.Parent is null);

        int code = cli.Run("schema", "show", schema.Family);

        string[] lines = cli.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(schema.Indicators.Length, lines.Length);
        Assert.StartsWith($"  {child.Name.En}\t{child.Code}\t", lines[schema.Indicators.IndexOf(child)], StringComparison.Ordinal);
    }

    [Fact]
    public void Show_as_json_can_be_read_back()
    {
        using var cli = new CliHarness();

        cli.Run("schema", "show", FamilyCatalog.Names[0], "--json");

        IndicatorSchema schema = JsonSerializer.Deserialize<IndicatorSchema>(cli.Output, ExtractorJson.Compact)!;
        Assert.Equal(FamilyCatalog.Load(FamilyCatalog.Names[0]).Indicators.Length, schema.Indicators.Length);
    }

    [Fact]
    public void Show_of_an_unknown_family_is_a_wrong_command_line()
    {
        using var cli = new CliHarness();

        Assert.Equal(ExitCode.Usage, cli.Run("schema", "show", "no-such-family"));
        Assert.Contains("no-such-family", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_accepts_whole_files_and_names_what_is_wrong_with_others()
    {
        using var cli = new CliHarness();
        cli.Write("family/family.json", """{ "family": "mine", "version": 1, "title": { "vi": "a", "en": "b" } }""");
        cli.Write("family/indicators.csv", "code,parent,kind,unit,options,name_vi,name_en\na,,count,,,Tên,Name\n");
        cli.Write("family/aliases.csv", "code,alias\n");
        cli.Write("family/units.csv", "unit,printed\n");
        Assert.Equal(ExitCode.Done, cli.Run("schema", "check", cli.PathOf("family")));
        Assert.Contains("mine v1: 1 indicators", cli.Output, StringComparison.Ordinal);

        cli.Write("family/aliases.csv", "code,alias\nb,Khác\n");

        Assert.Equal(ExitCode.SomeFailed, cli.Run("schema", "check", cli.PathOf("family")));
        Assert.Contains("'b'", cli.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeFailed, cli.Run("schema", "check", cli.PathOf("nowhere")));
    }
}
