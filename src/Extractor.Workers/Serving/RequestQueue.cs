using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Extractor.Workers.Frames;

namespace Extractor.Workers.Serving;

/// <summary>Reads requests on a thread of its own, so that the end of the host is noticed while a file is read.</summary>
internal sealed class RequestQueue : IDisposable
{
    // Time for the loop to end by itself before a file that never ends is cut off.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private readonly BlockingCollection<RequestFrame> _requests = new(boundedCapacity: 1);
    private readonly Stream _stream;
    private readonly AnswerPipe _answers;

    public RequestQueue(Stream stream, AnswerPipe answers)
    {
        _stream = stream;
        _answers = answers;
        new Thread(ReadAll) { IsBackground = true, Name = "requests" }.Start();
    }

    /// <summary>Waits for the next file; false when the host has closed the pipe.</summary>
    public bool TryTake([NotNullWhen(true)] out RequestFrame? request) => _requests.TryTake(out request, Timeout.Infinite);

    public void Dispose() => _stream.Dispose();

    private void ReadAll()
    {
        try
        {
            while (Frame.Read(_stream, kind => kind == FrameKind.Request ? int.MaxValue : -1) is { } frame)
            {
                _requests.Add(RequestFrame.Read(frame.Payload));
            }
        }
        catch (OutOfMemoryException)
        {
            // The file alone is larger than the memory of a worker.
            _answers.Failure(new FileFailure(FailureCode.OutOfMemory, WorkerTexts.OutOfMemory), isSpent: true, Environment.WorkingSet);
        }
        catch (Exception exception) when (exception is BrokenFrameException or IOException)
        {
            Console.Error.WriteLine(exception.Message);
        }

        _requests.CompleteAdding();
        Thread.Sleep(Grace);
        using Process self = Process.GetCurrentProcess();
        self.Kill();
    }
}
