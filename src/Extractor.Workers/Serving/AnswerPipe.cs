using Extractor.Workers.Frames;

namespace Extractor.Workers.Serving;

/// <summary>Writes whole frames to the host, from whichever thread.</summary>
internal sealed class AnswerPipe(Stream stream) : IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>Says that the worker is warm, and how many bytes the host can send without waiting for it.</summary>
    public void Ready(long memory, long pipeCapacity) =>
        Write(new PayloadWriter().Number(memory).Number(pipeCapacity).Finish(FrameKind.Ready), default);

    public void Progress(long steps, long memory) => Write(new PayloadWriter().Number(memory).Number(steps).Finish(FrameKind.Progress), default);

    public void Result(ResultFrame result, long memory) => Write(result.WriteHead(memory), result.Json);

    public void Failure(FileFailure failure, bool isSpent, long memory) => Write(new FailureFrame(failure, isSpent, memory).Write(), default);

    public void Dispose() => stream.Dispose();

    private void Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> rest)
    {
        lock (_lock)
        {
            FrameWriter.Write(stream, head, rest);
        }
    }
}
