using System.CommandLine;
using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary><c>evaluate DIR [--html FILE] [--json FILE] [--bad]</c>.</summary>
internal sealed class EvaluateCommand(
    Terminal terminal, Func<ExtractionPipeline> createPipeline, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Argument<string> _folder = new("DIR") { Description = EvaluationTexts.Folder.In(language) };
    private readonly Option<bool> _differences = new("--bad") { Description = EvaluationTexts.DifferencesOption.In(language) };
    private readonly Option<string?> _html = new("--html") { Description = EvaluationTexts.HtmlOption.In(language), HelpName = "FILE" };
    private readonly Option<string?> _json = new("--json") { Description = EvaluationTexts.JsonOption.In(language), HelpName = "FILE" };

    public Command Describe()
    {
        var evaluate = new Command("evaluate", EvaluationTexts.Evaluate.In(language)) { _folder, _html, _json, _differences };
        evaluate.SetAction(parsed => new EvaluateRun(
            terminal, createPipeline,
            new EvaluateRequest(
                parsed.GetRequiredValue(_folder), parsed.GetValue(_differences), parsed.GetValue(_html), parsed.GetValue(_json), language))
            .Run(cancellationToken));
        return evaluate;
    }
}
