using Extractor.Campaigns;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Takes documents from the queue and has them read, so many at once that no worker waits for files to be fetched or stored.</summary>
internal sealed partial class JobExecutor(
    DocumentQueue queue, DocumentReading reading, QueueSignal signal, IOptions<JobOptions> options, IOptions<WorkerOptions> workers, TimeProvider time,
    ILogger<JobExecutor> logger) : BackgroundService
{
    private const int SignsOfLifePerLease = 4;
    // Ends that are written together: a document whose answer waits for that no longer counts as in hand, unless its answer is a large one.
    private const int MostBeingStored = 8;
    private const int LargeAnswer = 4 << 20;

    // A name no other process and no later life of this one has: a lease is only worth something to whoever took it.
    private readonly string _owner = $"{Environment.MachineName}/{Guid.NewGuid():N}";

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int inHand = workers.Value.FilesInHand;
        using var hands = new SemaphoreSlim(inHand);
        using var feed = new DocumentFeed(queue, _owner, workers.Value.Count, Lease, ModelVersion.Current, time);
        await Task.WhenAll(
            Enumerable.Range(0, inHand + MostBeingStored).Select(_ => KeepDoingAsync(token => ReadNextAsync(feed, hands, token), stoppingToken))
                .Append(KeepDoingAsync(GiveSignOfLifeAsync, stoppingToken)));
        try
        {
            await feed.ReturnAsync(CancellationToken.None);
        }
        catch (Exception exception) when (queue.IsTransient(exception))
        {
            // The leases run out by themselves.
            LogInterrupted(logger, exception);
        }
    }

    private async Task ReadNextAsync(DocumentFeed feed, SemaphoreSlim hands, CancellationToken cancellationToken)
    {
        LeasedDocument? document = null;
        DocumentEnd? end = null;
        await hands.WaitAsync(cancellationToken);
        try
        {
            Task more = signal.Next;
            document = await feed.NextAsync(cancellationToken);
            if (document is null)
            {
                await Task.WhenAny(more, Task.Delay(TimeSpan.FromSeconds(options.Value.PollSeconds), time, cancellationToken));
                return;
            }

            end = await reading.ReadAsync(document, _owner, cancellationToken);
            if (end is ReadEnd { Json.Length: > LargeAnswer })
            {
                await reading.StoreAsync(document, _owner, end, cancellationToken);
                end = null;
            }
        }
        finally
        {
            hands.Release();
        }

        if (end is not null)
        {
            await reading.StoreAsync(document, _owner, end, cancellationToken);
        }
    }

    private async Task GiveSignOfLifeAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Lease / SignsOfLifePerLease, time, cancellationToken);
        await queue.RenewAsync(_owner, Lease, cancellationToken);
        if (await queue.RecoverAsync(options.Value.MaxAttempts, all: false, cancellationToken) > 0)
        {
            signal.Raise();
        }
    }

    private async Task KeepDoingAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await step(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that restarts, or an error nobody thought of: the queue must go on after either.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogInterrupted(logger, exception);
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(options.Value.PollSeconds), time, cancellationToken));
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The queue was interrupted and goes on.")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);
}
