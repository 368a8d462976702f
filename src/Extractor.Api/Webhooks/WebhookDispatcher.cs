using Extractor.Api.Jobs;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Webhooks;

/// <summary>Takes messages out of the outbox and sends them, a few at once. What a process that died had in hand is sent again: at least once.</summary>
internal sealed partial class WebhookDispatcher(
    DeliveryQueue deliveries, WebhookSender sender, RetrySchedule schedule, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookDispatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HousekeepingInterval = TimeSpan.FromMinutes(1);

    private readonly QueueSignal _ended = new();

    private TimeSpan Poll => TimeSpan.FromSeconds(options.Value.PollSeconds);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SendAllAsync(stoppingToken), KeepHouseAsync(stoppingToken));

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(options.Value.Senders);
        try
        {
            while (true)
            {
                await places.WaitAsync(cancellationToken);
                Task more = _ended.Next;
                if (await NextAsync(cancellationToken) is { } delivery)
                {
                    _ = SendAsync(delivery, places, cancellationToken);
                }
                else
                {
                    places.Release();
                    await Task.WhenAny(more, Task.Delay(Poll, time, cancellationToken));
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Those under way give their messages back.
            for (int i = 0; i < options.Value.Senders; i++)
            {
                await places.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task<LeasedDelivery?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await deliveries.LeaseAsync(WebhookSender.LongestRound(options.Value) + Spare, cancellationToken);
        }
#pragma warning disable CA1031 // A database that restarts: the outbox is looked at again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogInterrupted(logger, exception);
            return null;
        }
    }

    private async Task SendAsync(LeasedDelivery delivery, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            ReceiverAnswer answer = await sender.SendAsync(delivery, cancellationToken);
            DeliveryAttempt attempt = schedule.After(answer, delivery.Attempts);
            await deliveries.FinishAsync(delivery.Id, attempt, CancellationToken.None);
            if (attempt is { Error: not null, RetryAt: null })
            {
                LogGivenUp(logger, delivery.Id, attempt.Error, attempt.Status);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(delivery);
        }
#pragma warning disable CA1031 // Whatever it is: the lease runs out and the message is sent again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogInterrupted(logger, exception);
        }
        finally
        {
            places.Release();
            _ended.Raise();
        }
    }

    private async Task GiveBackAsync(LeasedDelivery delivery)
    {
        try
        {
            await deliveries.ReleaseAsync(delivery.Id, CancellationToken.None);
        }
#pragma warning disable CA1031 // The lease runs out by itself.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogInterrupted(logger, exception);
        }
    }

    private async Task KeepHouseAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HousekeepingInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await SweepAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await deliveries.SweepAsync(cancellationToken);
            await deliveries.ForgetAsync(time.GetUtcNow().AddDays(-options.Value.KeepDays), cancellationToken);
        }
#pragma warning disable CA1031 // It is due again in a minute.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogInterrupted(logger, exception);
        }
    }

    // The address of a receiver can hold a secret, so the log names the delivery only.
    [LoggerMessage(LogLevel.Warning, "Delivery {Id} was given up: {Error} {Status}. POST /v1/webhooks/deliveries/{Id}/resend sends it again.")]
    private static partial void LogGivenUp(ILogger logger, long id, string error, int? status);

    [LoggerMessage(LogLevel.Error, "The sending of messages was interrupted and goes on.")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);
}
