using System.CommandLine;
using System.CommandLine.Help;
using Extractor.Cli.Campaigns;
using Extractor.Cli.Check;
using Extractor.Cli.Databases;
using Extractor.Cli.Evaluate;
using Extractor.Cli.Extract;
using Extractor.Cli.Schemas;
using Extractor.Cli.Terminals;
using Extractor.Cli.Train;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Cli;

/// <summary>The commands of the program.</summary>
internal sealed class CommandLine(Terminal terminal, Func<ExtractionPipeline> createPipeline, StartPool? startPool = null)
{
    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run(string[] arguments, CancellationToken cancellationToken)
    {
        // Descriptions are written in the language the same command line asks for, so it is looked for before parsing.
        UserLanguage language = Languages.Choose(arguments, Environment.GetEnvironmentVariable);
        ParseResult parsed = Describe(language, cancellationToken).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
            {
                terminal.Error.WriteLine(message);
            }

            terminal.Error.WriteLine(Texts.SeeHelp.In(language));
            return ExitCode.Usage;
        }

        using StreamWriter output = terminal.OpenWriter();
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (OptionsValidationException exception)
        {
            // A model file that is missing, damaged or of another version: nothing can be read without it.
            foreach (string failure in exception.Failures)
            {
                terminal.Error.WriteLine(failure);
            }

            return ExitCode.SomeFailed;
        }
        catch (OutputClosedException)
        {
            // Whoever read the output has seen enough ("| head"): nothing is left to do and nobody to tell.
            return ExitCode.SomeFailed;
        }
    }

    private Command Describe(UserLanguage language, CancellationToken cancellationToken)
    {
        var lang = new Option<string>("--lang") { Description = Texts.LangOption.In(language), Recursive = true, HelpName = "vi|en" };
        lang.AcceptOnlyFromAmong("vi", "en");
        var root = new Command("extractor", Texts.Program.In(language))
        {
            new HelpOption { Description = Texts.HelpOption.In(language) }, new VersionOption { Description = Texts.VersionOption.In(language) }, lang,
        };
        root.Subcommands.Add(new ExtractCommand(terminal, createPipeline, startPool, language, cancellationToken).Describe());
        root.Subcommands.Add(new CampaignCommand(terminal, startPool, language, cancellationToken).Describe());
        root.Subcommands.Add(new EvaluateCommand(terminal, createPipeline, language, cancellationToken).Describe());
        root.Subcommands.Add(new CheckCommand(terminal, language, cancellationToken).Describe());
        root.Subcommands.Add(new TrainCommand(terminal, language, cancellationToken).Describe());
        root.Subcommands.Add(new SchemaCommand(terminal, language).Describe());
        root.Subcommands.Add(new DatabaseCommand(terminal, language, cancellationToken).Describe());
        return root;
    }
}
