using Extractor.Api.Webhooks;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    private static readonly ReceiverAnswer Failed = new(500, ReceiverError.Status);
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RetrySchedule _schedule = new(Options.Create(new WebhookOptions()), new StandingClock());

    [Fact]
    public void Pauses_grow_twofold_up_to_their_bound_with_a_random_part()
    {
        for (int before = 0; before < 11; before++)
        {
            double longest = Math.Min(21_600, 30 * Math.Pow(2, before));
            double[] pauses = [.. Enumerable.Range(0, 50).Select(_ => (_schedule.After(Failed, before).RetryAt!.Value - Now).TotalSeconds)];

            Assert.All(pauses, pause => Assert.InRange(pause, longest / 2, longest));
            Assert.True(pauses.Distinct().Count() > 40);
        }
    }

    [Fact]
    public void A_message_is_given_up_after_the_last_round_or_when_the_receiver_is_gone()
    {
        Assert.NotNull(_schedule.After(Failed, 10).RetryAt);
        Assert.Equal(new DeliveryAttempt(500, ReceiverError.Status, null), _schedule.After(Failed, 11));
        Assert.Null(_schedule.After(new ReceiverAnswer(410, ReceiverError.Status), 0).RetryAt);
        Assert.Equal(new DeliveryAttempt(204, null, null), _schedule.After(new ReceiverAnswer(204, null), 3));
    }

    [Fact]
    public void A_receiver_can_ask_for_more_time_but_not_for_ever()
    {
        Assert.Equal(Now.AddMinutes(10), _schedule.After(Failed with { RetryAfter = TimeSpan.FromMinutes(10) }, 0).RetryAt);
        Assert.Equal(Now.AddSeconds(21_600), _schedule.After(Failed with { RetryAfter = TimeSpan.FromDays(400) }, 0).RetryAt);
        Assert.InRange(_schedule.After(Failed with { RetryAfter = TimeSpan.FromSeconds(-5) }, 0).RetryAt!.Value, Now.AddSeconds(15), Now.AddSeconds(30));
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
