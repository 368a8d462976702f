using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Validation;

namespace Extractor.Cli.Check;

/// <summary><c>check DIR</c>: compares the results of each agency over time.</summary>
internal sealed class CheckCommand(Terminal terminal, UserLanguage language, CancellationToken cancellationToken)
{
    private const long LargestResult = 64 << 20;
    private readonly Argument<string> _folder = new("DIR") { Description = Texts.ResultsFolderArgument.In(language) };

    public Command Describe()
    {
        var check = new Command("check", Texts.Check.In(language)) { _folder };
        check.SetAction(parsed => Run(parsed.GetRequiredValue(_folder)));
        return check;
    }

    private int Run(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
        {
            terminal.Error.WriteLine($"{folder}: {Texts.NoResults.In(language)}");
            return ExitCode.SomeFailed;
        }

        List<ExtractionResult> results = [.. files.Order(StringComparer.Ordinal).Select(Read).OfType<ExtractionResult>()];
        using StreamWriter writer = terminal.OpenWriter();
        int findings = 0;
        foreach (IndicatorSchema schema in FamilyCatalog.Names.Select(FamilyCatalog.Load))
        {
            ImmutableArray<SeriesFinding> found = SeriesValidator.Check(results, schema, language);
            findings += found.Length;
            foreach (SeriesFinding finding in found)
            {
                writer.WriteLine($"{finding.Agency}\t{finding.Finding.Id}\t{finding.Finding.Severity}\t{finding.Finding.Message}");
            }
        }

        writer.WriteLine(Texts.Checked(results.Count, findings).In(language));
        return results.Count == files.Length ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private ExtractionResult? Read(string path)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new FileInfo(path).Length > LargestResult ? Refuse(path) : ExtractorJson.Deserialize(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return Refuse(path);
        }
    }

    private ExtractionResult? Refuse(string path)
    {
        terminal.Error.WriteLine($"{path}: {Texts.NoResult.In(language)}");
        return null;
    }
}
