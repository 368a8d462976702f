using System.Text;
using System.Text.Json;
using Extractor.Cli.Evaluate.Html;
using Extractor.Cli.Extract;
using Extractor.Cli.Terminals;
using Extractor.Evaluation;
using Extractor.Evaluation.Runs;
using Extractor.Models;

namespace Extractor.Cli.Evaluate;

/// <summary>Reads every rendering that lies beside a transcription, compares the results with it, and writes the figures.</summary>
internal sealed class EvaluateRun(Terminal terminal, Func<ExtractionPipeline> createPipeline, EvaluateRequest request)
{
    private const int MostMegabytes = 100;

    private readonly Lazy<ExtractionPipeline> _pipeline = new(createPipeline);
    private readonly EvaluationRun _run = new();
    private bool _isWhole = true;
    private int _golds;

    public int Run(CancellationToken cancellationToken)
    {
        using StreamWriter writer = terminal.OpenWriter();
        foreach (GoldCase gold in Directory.Exists(request.Folder) ? GoldFolder.Find(request.Folder) : [])
        {
            _golds++;
            Compare(gold, writer, cancellationToken);
        }

        if (_golds == 0)
        {
            terminal.Error.WriteLine($"{request.Folder}: {EvaluationTexts.NoTranscriptions.In(request.Language)}");
            return ExitCode.SomeFailed;
        }

        EvaluationSummary summary = _run.Summarise();
        new FiguresTable(request.Language).Write(writer, summary);
        WriteFile(request.JsonFile, () => FiguresJson.Write(summary, request.Language));
        WriteFile(request.HtmlFile, () => Encoding.UTF8.GetBytes(
            new EvaluationPage(request.Language).Write(summary, Path.GetFileName(Path.GetFullPath(request.Folder).TrimEnd('/')), DateTimeOffset.Now)));
        return _isWhole ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private void Compare(GoldCase gold, StreamWriter writer, CancellationToken cancellationToken)
    {
        GoldReport expected;
        try
        {
            expected = GoldReport.Parse(FileReader.Read(gold.Path, MostMegabytes).Bytes);
        }
        catch (FailedFileException exception)
        {
            Fail(gold.Path, exception.Code, exception.Text);
            return;
        }
        catch (JsonException exception)
        {
            Fail(gold.Path, "transcription", new LocalText($"Không phải bản chép tay: {exception.Message}", $"Not a transcription: {exception.Message}"));
            return;
        }

        foreach ((string path, string ending) in gold.Renderings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(path, cancellationToken) is { } result)
            {
                Print(Path.GetFileName(path), _run.Add(Path.GetFileName(path), ending, expected, result), writer);
            }
        }
    }

    private ExtractionResult? Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            return _pipeline.Value.Extract(
                FileReader.Read(path, MostMegabytes), new ExtractionRequest { Language = request.Language }, cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            Fail(path, exception.Code, exception.Text);
        }
        catch (FailedFileException exception)
        {
            Fail(path, exception.Code, exception.Text);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug met by one file must not cost the figures of the files behind it; it is named, counted and fails the run.
            string what = $"{exception.GetType().Name}: {exception.Message}";
            Fail(path, "internal", new LocalText($"{Texts.Internal.Vi} ({what})", $"{Texts.Internal.En} ({what})"));
        }

        return null;
    }

    private void Print(string name, ReportScore score, StreamWriter writer)
    {
        if (request.ShowsDifferences)
        {
            foreach (Difference difference in score.Differences)
            {
                writer.WriteLine(OneLine((difference with { Report = name }).ToString()));
            }
        }
    }

    private void Fail(string path, string code, LocalText text)
    {
        _isWhole = false;
        _run.AddFailure(Path.GetFileName(path), code, text);
        terminal.Error.WriteLine(OneLine($"{path}: {code}: {text.In(request.Language)}"));
    }

    private void WriteFile(string? path, Func<byte[]> content)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            WholeFile.Write(path, content());
        }
        catch (FailedFileException exception)
        {
            _isWhole = false;
            terminal.Error.WriteLine(OneLine($"{path}: {exception.Code}: {exception.Text.In(request.Language)}"));
        }
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
