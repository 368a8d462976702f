using Extractor.Models;
using Extractor.Workers.Frames;

namespace Extractor.Workers.Serving;

/// <summary>Reads one file after the other and tells the host how far it is.</summary>
internal sealed class RequestLoop(ExtractionPipeline pipeline, Stream requests, AnswerPipe answers)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(250);

    private long _steps;

    public void Run()
    {
        try
        {
            answers.Ready(Environment.WorkingSet, PipeSize.Widen());
            Task<Frame?> first = Task.Run(ReadFrame);
            WarmUp.ReadOthers(pipeline, () => first.IsCompleted);
            for (Frame? frame = first.GetAwaiter().GetResult(); frame is { } request; frame = ReadFrame())
            {
                Answer(RequestFrame.Read(request.Payload));
            }
        }
        catch (OutOfMemoryException)
        {
            // The file alone is larger than the memory of a worker; the rest of it still stands in the pipe, so this worker cannot go on.
            Fail(new FileFailure(FailureCode.OutOfMemory, WorkerTexts.OutOfMemory), isSpent: true);
        }
        catch (BrokenFrameException exception)
        {
            Console.Error.WriteLine(exception.Message);
        }
        catch (IOException)
        {
            // The host is gone; nobody is left to answer.
        }
    }

    private Frame? ReadFrame() => Frame.Read(requests, kind => kind == FrameKind.Request ? int.MaxValue : -1);

    private void Answer(RequestFrame request)
    {
        if (request.Extraction.Family is { } family && pipeline.Schemas.All(schema => schema.Family != family))
        {
            Fail(new FileFailure(FailureCode.UnknownFamily, WorkerTexts.UnknownFamily(family)));
            return;
        }

        ResultFrame result;
        try
        {
            using var pulse = new Timer(_ => TellProgress(), null, Pulse, Pulse);
            result = Extract(request);
        }
        catch (UnreadableFileException exception)
        {
            Fail(new FileFailure(exception.Code, exception.Text) { Limit = (exception as LimitExceededException)?.Limit });
            return;
        }
        catch (OutOfMemoryException)
        {
            Fail(new FileFailure(FailureCode.OutOfMemory, WorkerTexts.OutOfMemory), isSpent: true);
            return;
        }
        catch (Exception exception)
        {
            // A type whose initialiser failed stays broken for as long as the process lives, so no later file may meet this one.
            Fail(new FileFailure(FailureCode.Internal, WorkerTexts.Internal) { Detail = Describe(exception) }, isSpent: true);
            return;
        }

        if (result.Json.Length > request.MaxResultBytes)
        {
            Fail(new FileFailure("limit-exceeded", WorkerTexts.TooLargeResult(request.MaxResultBytes)) { Limit = nameof(WorkerOptions.MaxResultMegabytes) });
            return;
        }

        answers.Result(result, Environment.WorkingSet);
    }

    private ResultFrame Extract(RequestFrame request)
    {
        var clock = new StageClock();
        SourceFile file = request.File with { Progressed = () => Interlocked.Increment(ref _steps), StageEnded = clock.End };
        ExtractionResult result = pipeline.Extract(file, request.Extraction);
        Interlocked.Increment(ref _steps);
        byte[] json = ExtractorJson.Serialize(result, request.Indented);
        clock.EndWriting();
        return new ResultFrame(json, new ReadingFigures(result.Document.Format, clock.Stages, ReadingFigures.Count(result.Fields)));
    }

    private void Fail(FileFailure failure, bool isSpent = false) => answers.Failure(failure, isSpent, Environment.WorkingSet);

    private void TellProgress()
    {
        try
        {
            answers.Progress(Interlocked.Read(ref _steps), Environment.WorkingSet);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The host is gone; the watch ends the process.
        }
    }

    // Messages can quote the document, so only the types and the places are told.
    private static string Describe(Exception exception) =>
        string.Join(" <- ", Chain(exception).Select(e => e.GetType().Name)) + Environment.NewLine + exception.StackTrace;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
