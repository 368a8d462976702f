using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Webhooks;

/// <summary>Decides whether and when a message is tried again after a round of tries; the time is stored, so a restart changes nothing.</summary>
internal sealed class RetrySchedule(IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>What follows a round that ended in this way.</summary>
    /// <param name="answer">How it ended.</param>
    /// <param name="before">Rounds before it.</param>
    public DeliveryAttempt After(ReceiverAnswer answer, int before) => new(
        answer.Status, answer.Error, answer.Error is null || answer.IsFinal || before + 1 >= options.Value.MaxRounds ? null : time.GetUtcNow() + Pause(answer, before));

    // Exponential with a random part, so that messages which failed together do not come back together; a receiver may ask for more time.
    private TimeSpan Pause(ReceiverAnswer answer, int before)
    {
        double longest = Math.Min(options.Value.MaxRetrySeconds, options.Value.RetrySeconds * Math.Pow(2, before));
#pragma warning disable CA5394 // Nothing secret hangs on the moment of a retry.
        double seconds = longest * (1 + Random.Shared.NextDouble()) / 2;
#pragma warning restore CA5394
        return TimeSpan.FromSeconds(Math.Min(options.Value.MaxRetrySeconds, Math.Max(seconds, answer.RetryAfter?.TotalSeconds ?? 0)));
    }
}
