using System.Collections.Immutable;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Workers;

namespace Extractor.Cli.Extract;

/// <summary>Starts worker processes.</summary>
/// <returns>A pool that ends them when it is disposed of.</returns>
internal delegate IWorkerPool StartPool(WorkerOptions options, Action<WorkerNotice> notice);

/// <summary>Reads files side by side in worker processes, and hands the results on in the order of the files.</summary>
internal sealed class PooledReading(Terminal terminal, StartPool startPool, ResultWriter writer, ExtractRequest request)
{
    // Results that wait for a slow file in front of them; more would fill the memory.
    private const int MostWaiting = 64;

    public static IWorkerPool StartPool(WorkerOptions options, Action<WorkerNotice> notice) =>
        WorkerPool.Start(options, WorkerCommand.OfThisProgram() with { Environment = Models() }, notice);

    /// <summary>The models that this process was told to use, for its workers.</summary>
    public static ImmutableDictionary<string, string> Models()
    {
        var options = new ExtractorOptions();
        WorkerModels.Apply(options);
        return WorkerModels.SettingsOf(options);
    }

    public IEnumerable<(InputFile Input, FailedFileException? Failure)> Read(
        IReadOnlyList<InputFile> files, int workers, CancellationToken cancellationToken)
    {
        IWorkerPool pool = startPool(OptionsFor(workers), Tell);
        // One file more than there are workers lies ready, so that none of them waits for the disk.
        using var ahead = new SemaphoreSlim(workers + 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = new Queue<(InputFile Input, Task<FileOutcome> Outcome)>();
        try
        {
            bool isIndented = writer.IsIndented(files.Count == 1);
            foreach (InputFile input in files)
            {
                if (started.Count == MostWaiting)
                {
                    yield return Finish(started.Dequeue());
                }

                started.Enqueue((input, ReadAsync(pool, input, isIndented, ahead, stop.Token)));
            }

            while (started.TryDequeue(out var next))
            {
                yield return Finish(next);
            }
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(started.Select(next => next.Outcome)).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            (pool as IAsyncDisposable)?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private WorkerOptions OptionsFor(int workers)
    {
        var options = new WorkerOptions { Count = workers, MaxSeconds = request.TimeoutSeconds };
        options.NoProgressSeconds = Math.Min(options.NoProgressSeconds, options.MaxSeconds);
        return options;
    }

    private void Tell(WorkerNotice notice)
    {
        if (notice is SandboxChosen { Missing: { Count: > 0 } missing })
        {
            terminal.Error.WriteLine(Texts.NotShutIn(string.Join(", ", missing)).In(request.Language));
        }
    }

    private async Task<FileOutcome> ReadAsync(
        IWorkerPool pool, InputFile input, bool isIndented, SemaphoreSlim ahead, CancellationToken cancellationToken)
    {
        await ahead.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            SourceFile file = FileReader.Read(input.Path, request.MaxMegabytes);
            var options = new WorkRequest
            {
                Extraction = new ExtractionRequest { Family = request.Family, Language = request.Language, Explain = request.Explain },
                Indented = isIndented,
                Priority = WorkPriority.Batch,
            };
            return await pool.ExtractAsync(file, options, cancellationToken).ConfigureAwait(false);
        }
        catch (FailedFileException exception)
        {
            return new FileFailure(exception.Code, exception.Text);
        }
        finally
        {
            ahead.Release();
        }
    }

    private (InputFile Input, FailedFileException? Failure) Finish((InputFile Input, Task<FileOutcome> Outcome) next)
    {
        try
        {
            switch (next.Outcome.GetAwaiter().GetResult())
            {
                case FileResult result:
                    writer.Write(next.Input, result.Json);
                    return (next.Input, null);
                case FileFailure failure:
                    return (next.Input, new FailedFileException(failure.Code, Explain(failure)));
                case var other:
                    throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
            }
        }
        catch (FailedFileException exception)
        {
            return (next.Input, exception);
        }
        catch (WorkersUnavailableException exception)
        {
            throw new FailedRunException(Texts.NoWorkers(exception.Message), exception);
        }
    }

    // Where an error of the program lies is for those who will mend it; nobody else runs this command line.
    private static LocalText Explain(FileFailure failure) => failure.Detail is { } detail
        ? new LocalText($"{failure.Text.Vi} ({detail})", $"{failure.Text.En} ({detail})")
        : failure.Text;
}
