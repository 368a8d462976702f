using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary><c>extract FILE|DIR… [--out DIR] [--table] [--workers N] [--explain]</c>.</summary>
internal sealed class ExtractCommand(
    Terminal terminal, Func<ExtractionPipeline> createPipeline, StartPool? startPool, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Argument<string[]> _paths = new("FILE|DIR")
    {
        Description = Texts.PathsArgument.In(language),
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _out = new("--out", "-o") { Description = Texts.OutOption.In(language), HelpName = "DIR" };
    private readonly Option<bool> _table = new("--table", "-t") { Description = Texts.TableOption.In(language) };
    private readonly Option<string?> _family = new("--family") { Description = Texts.FamilyOption.In(language), HelpName = "NAME" };
    private readonly Option<bool> _explain = new("--explain") { Description = Texts.ExplainOption.In(language) };
    private readonly Option<bool> _all = new("--all") { Description = Texts.AllOption.In(language) };

    private readonly Option<int> _maxSize = new("--max-size")
    {
        Description = Texts.MaxSizeOption.In(language),
        HelpName = "MB",
        DefaultValueFactory = _ => 100,
    };

    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = Texts.TimeoutOption.In(language),
        HelpName = "S",
        DefaultValueFactory = _ => 120,
    };

    private readonly Option<int?> _workers = new("--workers") { Description = Texts.WorkersOption.In(language), HelpName = "N" };

    public Command Describe()
    {
        RequireRange(_workers, 0, 256);
        RequireRange(_maxSize, 1, 2000);
        RequireRange(_timeout, 1, 86_400);
        _paths.Validators.Add(result =>
        {
            // The parser takes an option it does not know for a path.
            foreach (string token in result.Tokens.Select(t => t.Value).Where(t => t.StartsWith('-') && !Path.Exists(t)))
            {
                result.AddError(Texts.UnknownOption(token).In(language));
            }
        });
        var command = new Command("extract", Texts.Extract.In(language))
        {
            _paths, _out, _table, _family, _maxSize, _timeout, _all, _workers, _explain,
        };
        command.SetAction(parsed => Run(new ExtractRequest(
            parsed.GetRequiredValue(_paths), parsed.GetValue(_out), parsed.GetValue(_table), parsed.GetValue(_family),
            parsed.GetValue(_maxSize), parsed.GetValue(_timeout), parsed.GetValue(_all), parsed.GetValue(_workers), parsed.GetValue(_explain),
            language)));
        return command;
    }

    private int Run(ExtractRequest request)
    {
        if (request.Family is { } family && !FamilyCatalog.Names.Contains(family))
        {
            terminal.Error.WriteLine(Texts.UnknownFamily(family).In(language));
            return ExitCode.Usage;
        }

        return new ExtractRun(terminal, createPipeline, startPool, request).Run(cancellationToken);
    }

    private static void RequireRange(Option option, int low, int high) => option.Validators.Add(result =>
    {
        // A text that is no number at all is reported by the parser itself.
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
            && (value < low || value > high))
        {
            result.AddError($"{option.Name}: {low} … {high}");
        }
    });
}
