using System.Diagnostics;

namespace Extractor.Storage.Databases;

/// <summary>
/// Gathers what several ask to be written while something else is, and writes it together: the more there is to write, the less each of it costs. What comes
/// after a pause goes at once, what follows may wait a moment for company. A piece that cannot be written takes the others back with it, so then each is
/// written alone; a database that cannot be reached is told to all of them.
/// </summary>
/// <param name="write">Writes pieces in one transaction and answers in their order.</param>
/// <param name="isOfNone">Whether an error has nothing to do with what was to be written, so that writing each alone would meet it again.</param>
/// <param name="most">Pieces written together.</param>
/// <param name="moment">Time from one begin to the next unless so many pieces wait.</param>
internal sealed class SharedWrites<TPiece, TAnswer>(
    Func<IReadOnlyList<TPiece>, Task<IReadOnlyList<TAnswer>>> write, Func<Exception, bool> isOfNone, int most, TimeSpan moment) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Work> _waiting = new();
    private TaskCompletionSource _enough = NewSource();
    private Task _writing = Task.CompletedTask;
    private long? _lastAt;

    /// <summary>Writes a piece; when this returns, it is committed.</summary>
    public Task<TAnswer> WriteAsync(TPiece piece)
    {
        var work = new Work(piece);
        lock (_lock)
        {
            _waiting.Enqueue(work);
            if (_waiting.Count >= most)
            {
                _enough.TrySetResult();
            }

            if (_writing.IsCompleted)
            {
                _writing = Task.Run(WriteAllAsync);
            }
        }

        return work.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _writing;
        }

        await last.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        do
        {
            if (_lastAt is { } last && moment - Stopwatch.GetElapsedTime(last) is { Ticks: > 0 } left)
            {
                await Task.WhenAny(_enough.Task, Task.Delay(left)).ConfigureAwait(false);
            }

            _lastAt = Stopwatch.GetTimestamp();
            List<Work> together = Take();
            if (!await TryWriteAsync(together).ConfigureAwait(false))
            {
                foreach (Work work in together)
                {
                    await TryWriteAsync([work]).ConfigureAwait(false);
                }
            }
        }
        while (!IsOver());
    }

    private List<Work> Take()
    {
        lock (_lock)
        {
            var together = new List<Work>();
            while (together.Count < most && _waiting.TryDequeue(out Work? work))
            {
                together.Add(work);
            }

            if (_waiting.Count < most)
            {
                _enough = NewSource();
            }

            return together;
        }
    }

    private bool IsOver()
    {
        lock (_lock)
        {
            bool isOver = _waiting.Count == 0;
            if (isOver)
            {
                _writing = Task.CompletedTask;
            }

            return isOver;
        }
    }

    /// <returns>Whether each was told what became of it; otherwise nothing was committed.</returns>
    private async Task<bool> TryWriteAsync(List<Work> together)
    {
        try
        {
            IReadOnlyList<TAnswer> answers = await write([.. together.Select(work => work.Piece)]).ConfigureAwait(false);
            for (int i = 0; i < together.Count; i++)
            {
                together[i].Done.TrySetResult(answers[i]);
            }
        }
#pragma warning disable CA1031 // Whatever it is belongs to whoever asked for the piece.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (together.Count > 1 && !isOfNone(exception))
            {
                return false;
            }

            foreach (Work work in together)
            {
                work.Done.TrySetException(exception);
            }
        }

        return true;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Work(TPiece Piece)
    {
        public TaskCompletionSource<TAnswer> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
