using System.CommandLine;
using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Schemas;

/// <summary><c>schema list</c>, <c>schema show FAMILY</c> and <c>schema check DIR</c>.</summary>
internal sealed class SchemaCommand(Terminal terminal, UserLanguage language)
{
    private readonly Argument<string> _family = new("FAMILY") { Description = Texts.FamilyArgument.In(language) };
    private readonly Option<bool> _json = new("--json") { Description = Texts.JsonOption.In(language) };
    private readonly Argument<string> _folder = new("DIR") { Description = Texts.FolderArgument.In(language) };

    public Command Describe()
    {
        var list = new Command("list", Texts.SchemaList.In(language));
        list.SetAction(_ => List());
        var show = new Command("show", Texts.SchemaShow.In(language)) { _family, _json };
        show.SetAction(parsed => Show(parsed.GetRequiredValue(_family), parsed.GetValue(_json)));
        var check = new Command("check", Texts.SchemaCheck.In(language)) { _folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(_folder)));
        return new Command("schema", Texts.Schema.In(language)) { list, show, check };
    }

    private int List()
    {
        using StreamWriter writer = terminal.OpenWriter();
        foreach (IndicatorSchema schema in FamilyCatalog.Names.Select(FamilyCatalog.Load))
        {
            writer.WriteLine($"{schema.Family}\tv{schema.Version}\t{schema.Indicators.Length}\t{schema.Title.In(language)}");
        }

        return ExitCode.Done;
    }

    private int Show(string family, bool asJson)
    {
        if (!FamilyCatalog.Names.Contains(family, StringComparer.Ordinal))
        {
            terminal.Error.WriteLine(Texts.UnknownFamily(family).In(language));
            return ExitCode.Usage;
        }

        IndicatorSchema schema = FamilyCatalog.Load(family);
        if (asJson)
        {
            terminal.WriteLine(ExtractorJson.Serialize(schema, indented: true));
            return ExitCode.Done;
        }

        using StreamWriter writer = terminal.OpenWriter();
        foreach (Indicator indicator in schema.Indicators)
        {
            string indent = new(' ', 2 * Depth(schema, indicator));
            writer.WriteLine($"{indent}{indicator.Name.In(language)}\t{indicator.Code}\t{CamelCase(indicator.Kind)}\t{indicator.Unit}");
        }

        return ExitCode.Done;
    }

    private int Check(string folder)
    {
        try
        {
            IndicatorSchema schema = SchemaReader.Read(file => Open(Path.Combine(folder, file)));
            using StreamWriter writer = terminal.OpenWriter();
            writer.WriteLine(Texts.FamilyIsWhole(schema.Family, schema.Version, schema.Indicators.Length).In(language));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"{folder}: {exception.Message}");
            return ExitCode.SomeFailed;
        }
    }

    private static FileStream? Open(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static int Depth(IndicatorSchema schema, Indicator indicator) =>
        indicator.Parent is { } parent ? 1 + Depth(schema, schema.Find(parent)!) : 0;

    private static string CamelCase(ValueKind kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
