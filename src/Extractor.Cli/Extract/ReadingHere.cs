using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>Reads files one after the other in this process.</summary>
internal sealed class ReadingHere(ExtractionPipeline pipeline, ResultWriter writer, ExtractRequest request)
{
    public IEnumerable<(InputFile Input, FailedFileException? Failure)> Read(IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        // While this thread waits for what rows are compared with.
        _ = Task.Run(() => ExtractorJson.Prepare(writer.IsIndented(files.Count == 1)), CancellationToken.None);
        foreach (InputFile input in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (input, Try(input, files.Count == 1, cancellationToken));
        }
    }

    private FailedFileException? Try(InputFile input, bool isOnly, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(request.TimeoutSeconds));
        try
        {
            SourceFile file = FileReader.Read(input.Path, request.MaxMegabytes);
            var options = new ExtractionRequest { Family = request.Family, Language = request.Language, Explain = request.Explain };
            writer.Write(input, pipeline.Extract(file, options, limit.Token), isOnly);
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
        catch (Exception exception) when (exception is not OperationCanceledException and not Terminals.OutputClosedException)
        {
            // A bug met by one file of a campaign must not cost the files behind it; it is named, counted and fails the run.
            string what = $"{exception.GetType().Name}: {exception.Message}";
            return new FailedFileException("internal", new LocalText($"{Texts.Internal.Vi} ({what})", $"{Texts.Internal.En} ({what})"), exception);
        }
    }
}
