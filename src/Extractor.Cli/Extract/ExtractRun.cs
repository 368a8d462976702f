using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>Reads all files one after the other; a file that fails is named with its reason and never ends the run.</summary>
internal sealed class ExtractRun(Terminal terminal, ExtractionPipeline pipeline, ExtractRequest request)
{
    private readonly ResultFolder? _folder = request.OutputFolder is { } folder ? new ResultFolder(folder) : null;
    private int _failed;

    public int Run(CancellationToken cancellationToken)
    {
        Inputs inputs = new InputFinder(request.TakesEveryFile).Find(request.Paths);
        var progress = new ProgressLine(terminal, inputs.Files.Count, request.Language);
        ReportInputs(inputs);
        int done = 0;
        foreach (InputFile input in inputs.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Try(input, inputs.Files.Count == 1, cancellationToken) is { } failure)
            {
                progress.Clear();
                Fail(input.Path, failure.Code, failure.Text);
            }

            progress.Show(++done, _failed);
        }

        progress.Clear();
        return _failed == 0 && inputs.Files.Count > 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private void ReportInputs(Inputs inputs)
    {
        foreach (string path in inputs.Missing)
        {
            Fail(path, "not-found", Texts.NotFound);
        }

        if (inputs.PassedOver.Count > 0)
        {
            string kinds = string.Join(", ", inputs.PassedOver.Select(kind => $"{kind.Key} {kind.Value}"));
            terminal.Error.WriteLine(Texts.PassedOver(inputs.PassedOver.Values.Sum(), kinds).In(request.Language));
        }

        if (inputs.Files.Count == 0 && inputs.Missing.Count == 0)
        {
            terminal.Error.WriteLine(Texts.NoFiles.In(request.Language));
        }
    }

    private FailedFileException? Try(InputFile input, bool isOnly, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(request.TimeoutSeconds));
        try
        {
            SourceFile file = FileReader.Read(input.Path, request.MaxMegabytes);
            var options = new ExtractionRequest { Family = request.Family, Language = request.Language };
            Write(input, pipeline.Extract(file, options, limit.Token), isOnly);
            return null;
        }
        catch (UnreadableFileException exception)
        {
            return new FailedFileException(exception.Code, exception.Text, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new FailedFileException("timeout", Texts.TimedOut(request.TimeoutSeconds), exception);
        }
        catch (FailedFileException exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutputClosedException)
        {
            // A bug met by one file of a campaign must not cost the files behind it; it is named, counted and fails the run.
            string what = $"{exception.GetType().Name}: {exception.Message}";
            return new FailedFileException("internal", new LocalText($"{Texts.Internal.Vi} ({what})", $"{Texts.Internal.En} ({what})"), exception);
        }
    }

    private void Write(InputFile input, ExtractionResult result, bool isOnly)
    {
        _folder?.Write(input.OutputName, ExtractorJson.Serialize(result, indented: true));
        if (request.AsTable)
        {
            using StreamWriter writer = terminal.OpenWriter();
            new ResultTable(request.Language, terminal.Width, terminal.UseColour).Write(writer, input.Path, result);
        }
        else if (_folder is null)
        {
            terminal.WriteLine(ExtractorJson.Serialize(result, indented: isOnly));
        }
    }

    private void Fail(string path, string code, LocalText text)
    {
        _failed++;
        // One line a file, whatever the file is called or the message holds.
        string line = $"{path}: {code}: {text.In(request.Language)}";
        terminal.Error.WriteLine(string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c)));
    }
}
