using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Extractor.Workers.Frames;

namespace Extractor.Workers.Processes;

/// <summary>One worker as the host sees it: a process with three pipes. A thread of its own reads each of the two it writes to.</summary>
internal sealed class WorkerProcess
{
    private const int MostErrorBytes = 8192;

    // A process whose pipe is closed is nearly always gone already; its exit code says more than the kill that would replace it.
    private static readonly TimeSpan LastGrace = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly int _maxResultBytes;
    private readonly Thread _errorReader;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<WorkerExit> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<WorkerAnswer?>? _answer;
    private long _steps;
    private long _memory;
    private long _pipeCapacity;

    public WorkerProcess(Process process, int maxResultBytes)
    {
        _process = process;
        _input = process.StandardInput.BaseStream;
        _maxResultBytes = maxResultBytes;
        Id = process.Id;
        _errorReader = new Thread(ReadErrors) { IsBackground = true, Name = "worker errors" };
        _errorReader.Start();
        new Thread(ReadAnswers) { IsBackground = true, Name = "worker answers" }.Start();
    }

    public int Id { get; }

    /// <summary>Done when the worker is warm; never when it ends before.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Done when the process is gone.</summary>
    public Task<WorkerExit> Ended => _ended.Task;

    /// <summary>Pages and stages it has finished since it began.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Bytes it held when it last said so.</summary>
    public long Memory => Interlocked.Read(ref _memory);

    /// <summary>Sends a file; the answer is a result, a failure, or null where the worker ended before.</summary>
    public Task<WorkerAnswer?> AskAsync(RequestFrame request)
    {
        ReadOnlyMemory<byte> head = request.WriteHead();
        // What follows an answer is short and never waits, so it runs on the thread that read it.
        var answer = new TaskCompletionSource<WorkerAnswer?>();
        Interlocked.Exchange(ref _answer, answer);
        if (_ended.Task.IsCompleted)
        {
            answer.TrySetResult(null);
        }
        else if (head.Length + request.File.Bytes.Length <= Interlocked.Read(ref _pipeCapacity))
        {
            Send(head, request.File.Bytes);
        }
        else
        {
            // The pipe takes more than it holds only as fast as the worker reads, and a worker may have stopped reading for ever.
            _ = Task.Run(() => Send(head, request.File.Bytes));
        }

        return answer.Task;
    }

    /// <summary>Lets an idle worker go; one that does not end by itself is killed.</summary>
    public async Task<WorkerExit> EndAsync()
    {
        Close();
        await Task.WhenAny(Ended, Task.Delay(LongestFarewell)).ConfigureAwait(false);
        Kill();
        return await Ended.ConfigureAwait(false);
    }

    /// <summary>Ends it at once, with whatever it has started.</summary>
    public void Kill() => Quietly(() => _process.Kill(entireProcessTree: true));

    private void Close() => Quietly(_input.Dispose);

    private void Send(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> bytes) => Quietly(() => FrameWriter.Write(_input, head, bytes));

    private void ReadAnswers()
    {
        string? broken = null;
        try
        {
            Stream output = _process.StandardOutput.BaseStream;
            while (Frame.Read(output, MostBytesOf) is { } frame)
            {
                Take(frame);
            }
        }
        catch (BrokenFrameException exception)
        {
            broken = exception.Message;
        }
        catch (IOException)
        {
            // The pipe broke with the process.
        }

        if (broken is not null || !_process.WaitForExit(LastGrace))
        {
            Kill();
        }

        _process.WaitForExit();
        _errorReader.Join(LastGrace);
        WorkerExit exit;
        lock (_errors)
        {
            exit = new WorkerExit(_process.ExitCode, _errors.ToString(), broken);
        }

        Close();
        _process.Dispose();
        _ended.SetResult(exit);
        Interlocked.Exchange(ref _answer, null)?.TrySetResult(null);
    }

    private int MostBytesOf(FrameKind kind) => kind switch
    {
        // The result itself is bounded by the worker; the figures in front of it come on top.
        FrameKind.Result => _maxResultBytes + Frame.SmallPayload,
        FrameKind.Ready or FrameKind.Progress or FrameKind.Failure => Frame.SmallPayload,
        _ => -1,
    };

    private void Take(Frame frame)
    {
        var reader = new PayloadReader(frame.Payload);
        Interlocked.Exchange(ref _memory, reader.Number());
        switch (frame.Kind)
        {
            case FrameKind.Ready:
                Interlocked.Exchange(ref _pipeCapacity, reader.Number());
                _ready.TrySetResult();
                break;
            case FrameKind.Progress:
                Interlocked.Exchange(ref _steps, reader.Number());
                break;
            default:
                (Interlocked.Exchange(ref _answer, null) ?? throw new BrokenFrameException("an answer nobody asked for")).TrySetResult(
                    WorkerAnswer.Of(frame, reader));
                break;
        }
    }

    private void ReadErrors()
    {
        byte[] buffer = new byte[4096];
        Quietly(() =>
        {
            Stream errors = _process.StandardError.BaseStream;
            for (int read = errors.Read(buffer); read > 0; read = errors.Read(buffer))
            {
                lock (_errors)
                {
                    _errors.Append(Encoding.UTF8.GetString(buffer, 0, Math.Min(read, MostErrorBytes - Math.Min(_errors.Length, MostErrorBytes))));
                }
            }
        });
    }

    // The process may end at any moment, before or while it is spoken to; its end is noticed in one place, by the reader of answers.
    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or Win32Exception)
        {
        }
    }
}
