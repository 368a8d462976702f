using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Training;

namespace Extractor.Cli.Train;

/// <summary><c>train</c>: fits the mapping and the confidence model and publishes them unless they are worse than the present ones, or measures the present one on new forms.</summary>
internal sealed class TrainCommand(Terminal terminal, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Option<int> _seed = new("--seed") { Description = TrainTexts.Seed.In(language), DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _forms = new("--forms") { Description = TrainTexts.Forms.In(language), HelpName = "DIR" };
    private readonly Option<bool> _heldOut = new("--held-out") { Description = TrainTexts.HeldOutOnly.In(language) };
    private readonly Option<string?> _reviews = new("--reviews") { Description = TrainTexts.Reviews.In(language), HelpName = "FILE" };
    private readonly Option<string> _out = new("--out")
    {
        Description = TrainTexts.Out.In(language),
        HelpName = "FILE",
        DefaultValueFactory = _ => "mapping-model.json",
    };

    public Command Describe()
    {
        var train = new Command("train", TrainTexts.Train.In(language)) { _seed, _forms, _heldOut, _reviews, _out };
        train.SetAction(parsed =>
        {
            var request = new TrainingRequest
            {
                Seed = parsed.GetValue(_seed),
                FormsFolder = parsed.GetValue(_forms),
                ReviewsFile = parsed.GetValue(_reviews),
                PresentFile = parsed.GetRequiredValue(_out),
            };
            return parsed.GetValue(_heldOut) ? Measure(request) : Run(request);
        });
        return train;
    }

    private int Measure(TrainingRequest request)
    {
        if (request.FormsFolder is null)
        {
            terminal.Error.WriteLine(TrainTexts.FormsNeeded.In(language));
            return ExitCode.SomeFailed;
        }

        try
        {
            var measurement = HeldOutMeasurement.Take(request.FormsFolder, request.PresentFile, cancellationToken);
            using StreamWriter writer = terminal.OpenWriter();
            writer.Write(measurement.Report);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(exception.Message);
            return ExitCode.SomeFailed;
        }
    }

    private int Run(TrainingRequest request)
    {
        try
        {
            var run = TrainingRun.Start(request, cancellationToken);
            using StreamWriter writer = terminal.OpenWriter();
            writer.WriteLine(TrainTexts.HeldOut(run.Forms, run.RightRows, run.Rows).In(language));
            writer.WriteLine(TrainTexts.Fields(run.FieldF1).In(language));
            if (!run.Worse.IsEmpty)
            {
                terminal.Error.WriteLine(TrainTexts.Refused.In(language));
                foreach (LocalText worse in run.Worse)
                {
                    terminal.Error.WriteLine($"  {worse.In(language)}");
                }

                return ExitCode.SomeFailed;
            }

            string card = Path.ChangeExtension(request.PresentFile!, ".md");
            File.WriteAllBytes(request.PresentFile!, run.ToFile());
            File.WriteAllText(card, run.Card);
            string confidence = TrainingRun.ConfidenceFileOf(request.PresentFile!);
            string confidenceCard = Path.ChangeExtension(confidence, ".md");
            File.WriteAllBytes(confidence, run.ToConfidenceFile());
            File.WriteAllText(confidenceCard, run.ConfidenceCard);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request.PresentFile}, {card}, {confidence}, {confidenceCard}"));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(exception.Message);
            return ExitCode.SomeFailed;
        }
    }
}
