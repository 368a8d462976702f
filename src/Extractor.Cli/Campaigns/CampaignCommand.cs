using System.CommandLine;
using Extractor.Cli.Databases;
using Extractor.Cli.Extract;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary><c>campaign DIR [--data DIR | --postgres CONNECTION] [--rate N] [--window HOURS] [--retry] [--report FILE]</c>.</summary>
internal sealed class CampaignCommand(Terminal terminal, StartPool? startPool, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Argument<string> _folder = new("DIR") { Description = CampaignTexts.Folder.In(language) };
    private readonly Option<string> _data = new("--data") { Description = DatabaseTexts.DataOption.In(language), HelpName = "DIR", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> _postgres = new("--postgres") { Description = DatabaseTexts.PostgresOption.In(language), HelpName = "CONNECTION" };
    private readonly Option<string?> _family = new("--family") { Description = Texts.FamilyOption.In(language), HelpName = "NAME" };
    private readonly Option<int?> _rate = new("--rate") { Description = CampaignTexts.Rate.In(language), HelpName = "N" };
    private readonly Option<string?> _window = new("--window") { Description = CampaignTexts.Window.In(language), HelpName = "HOURS" };
    private readonly Option<bool> _retry = new("--retry") { Description = CampaignTexts.Retry.In(language) };
    private readonly Option<string[]> _report = new("--report") { Description = CampaignTexts.Report.In(language), HelpName = "FILE", DefaultValueFactory = _ => [] };

    private readonly Option<int> _workers = new("--workers")
    {
        Description = CampaignTexts.Workers.In(language),
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public Command Describe()
    {
        Require(_rate, value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 1_000_000, "--rate: 1 … 1000000");
        Require(_workers, value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 256, "--workers: 1 … 256");
        Require(_window, value => DailyWindow.TryParse(value, out _), CampaignTexts.NotAWindow.In(language));
        Require(_report, value => Path.GetExtension(value) is ".json" or ".csv" or ".html", CampaignTexts.NotAReportFile.In(language));
        Require(_family, value => FamilyCatalog.Names.Contains(value), null);
        var command = new Command("campaign", CampaignTexts.Campaign.In(language))
        {
            _folder, _data, _postgres, _family, _rate, _window, _workers, _retry, _report,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"{folder}: {Texts.NotFound.In(language)}");
            return ExitCode.Usage;
        }

        DailyWindow window = default;
        bool hasWindow = parsed.GetValue(_window) is { } hours && DailyWindow.TryParse(hours, out window);
        var request = new CampaignRequest(
            folder, parsed.GetRequiredValue(_data), parsed.GetValue(_postgres), parsed.GetValue(_family),
            new CampaignPace(parsed.GetValue(_rate), hasWindow ? window : null), parsed.GetRequiredValue(_workers), parsed.GetValue(_retry),
            parsed.GetRequiredValue(_report), language);
        return new CampaignRun(terminal, startPool ?? PooledReading.StartPool, request).Run(cancellationToken);
    }

    private void Require(Option option, Func<string, bool> isGood, string? message) => option.Validators.Add(result =>
    {
        foreach (string token in result.Tokens.Select(token => token.Value))
        {
            try
            {
                if (!isGood(token))
                {
                    result.AddError(message ?? Texts.UnknownFamily(token).In(language));
                }
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                // A text that is no number at all is reported by the parser itself.
            }
        }
    });
}
