using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Terminals;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary><c>evaluate DIR</c>: reads every rendering that lies beside a transcription and compares the results with it.</summary>
internal sealed class EvaluateCommand(
    Terminal terminal, Func<ExtractionPipeline> createPipeline, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Lazy<ExtractionPipeline> _pipeline = new(createPipeline);
    private const string GoldEnding = ".gold.json";

    private readonly Argument<string> _folder = new("DIR") { Description = Texts.GoldFolderArgument.In(language) };
    private readonly Option<bool> _differences = new("--bad") { Description = Texts.DifferencesOption.In(language) };

    public Command Describe()
    {
        var evaluate = new Command("evaluate", Texts.Evaluate.In(language)) { _folder, _differences };
        evaluate.SetAction(parsed => Run(parsed.GetRequiredValue(_folder), parsed.GetValue(_differences)));
        return evaluate;
    }

    private int Run(string folder, bool showsDifferences)
    {
        string[] golds = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + GoldEnding, SearchOption.AllDirectories) : [];
        if (golds.Length == 0)
        {
            terminal.Error.WriteLine($"{folder}: {Texts.NoTranscriptions.In(language)}");
            return ExitCode.SomeFailed;
        }

        using StreamWriter writer = terminal.OpenWriter();
        var totals = new SortedDictionary<string, ReportScore>(StringComparer.Ordinal);
        bool isWhole = true;
        foreach ((string gold, string rendering) in golds.Order(StringComparer.Ordinal).SelectMany(RenderingsOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            isWhole &= Score(gold, rendering, totals, showsDifferences ? writer : null);
        }

        WriteTable(writer, totals);
        return isWhole ? ExitCode.Done : ExitCode.SomeFailed;
    }

    // report.gold.json has report.docx, report.pdf, report.browser.pdf … beside it.
    private static IEnumerable<(string Gold, string Rendering)> RenderingsOf(string gold)
    {
        string stem = gold[..^GoldEnding.Length];
        return Directory.EnumerateFiles(Path.GetDirectoryName(gold)!, Path.GetFileName(stem) + ".*")
            .Where(path => Path.GetExtension(path) is ".docx" or ".pdf" or ".txt" or ".md" && !path.EndsWith(".golden.txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (gold, path));
    }

    private bool Score(string gold, string rendering, SortedDictionary<string, ReportScore> totals, StreamWriter? differences)
    {
        string kind = Path.GetFileName(rendering)[(Path.GetFileName(gold).Length - GoldEnding.Length)..];
        try
        {
            ExtractionResult result = _pipeline.Value.Extract(
                new SourceFile(Path.GetFileName(rendering), File.ReadAllBytes(rendering)), cancellationToken: cancellationToken);
            ReportScore score = ReportScorer.Score(GoldReport.Parse(File.ReadAllBytes(gold)), result);
            totals[kind] = totals.TryGetValue(kind, out ReportScore? sum) ? sum.Add(score) : score;
            foreach (string difference in score.Differences)
            {
                differences?.WriteLine($"{Path.GetFileName(rendering)} | {difference.ReplaceLineEndings(" ")}");
            }

            return true;
        }
        catch (UnreadableFileException exception)
        {
            terminal.Error.WriteLine($"{rendering}: {exception.Code}: {exception.Text.In(language)}");
            return false;
        }
    }

    private static void WriteTable(StreamWriter writer, SortedDictionary<string, ReportScore> totals)
    {
        writer.WriteLine("| | rows | extra | cells | codes | field F1 | facts | head | ECE | Brier |");
        writer.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((string kind, ReportScore score) in totals)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind} | {score.RowRecall:0.000} | {score.RowsExtra} | {score.Cells.Value:0.0000} | {score.Codes.Value:0.000} | {score.FieldF1:0.000} | {score.Facts.Value:0.000} | {score.Head.Value:0.000} | {score.ExpectedCalibrationError:0.000} | {score.BrierScore:0.0000} |"));
        }
    }
}
