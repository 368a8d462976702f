using Extractor.Workers.Frames;

namespace Extractor.Workers.Processes;

/// <summary>What a worker said about its file.</summary>
/// <param name="Outcome">The result, or why there is none.</param>
/// <param name="IsSpent">Whether it must not read another file.</param>
internal sealed record WorkerAnswer(FileOutcome Outcome, bool IsSpent)
{
    public static WorkerAnswer Of(Frame frame, PayloadReader afterMemory)
    {
        if (frame.Kind == FrameKind.Result)
        {
            var result = ResultFrame.Read(afterMemory);
            return new WorkerAnswer(new FileResult(result.Json) { Figures = result.Figures }, IsSpent: false);
        }

        FailureFrame failure = FailureFrame.Read(frame.Payload);
        return new WorkerAnswer(failure.Failure, failure.IsSpent);
    }
}
