using System.Text.Json.Nodes;
using Extractor.Storage.Webhooks;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private DeliveryQueue Deliveries => Store.Get<DeliveryQueue>();

    private WebhookStore Webhooks => Store.Get<WebhookStore>();

    [Fact]
    public async Task The_end_of_a_job_is_told_once_to_each_webhook_that_wants_it()
    {
        await RegisterAsync(WebhookEvents.JobEnded);
        await RegisterAsync(WebhookEvents.CampaignEnded);
        string job = await Store.SubmitAsync(new NewJob(), "a", "b");
        await FinishAsync(await Store.LeaseAsync(), new SampleFile("a").Result());
        Assert.Empty(await AllAsync());

        LeasedDocument last = await Store.LeaseAsync();
        await Store.Queue.FinishAsync(last, Store.Owner, new FailedEnd(DocumentState.Encrypted, "encrypted", Text), default);

        WebhookDelivery told = Assert.Single(await AllAsync());
        Assert.Equal((WebhookEvents.JobEnded, job, DeliveryState.Waiting, 0), (told.Event, told.Subject, told.State, told.Attempts));
        JsonNode message = JsonNode.Parse((await Deliveries.LeaseAsync(Lease, default))!.Body)!;
        Assert.Equal(("job.ended", "2026-01-01T00:00:00Z"), ((string?)message["type"], (string?)message["timestamp"]));
        Assert.Equal(
            $$$"""{"id":"{{{job}}}","href":"/v1/jobs/{{{job}}}","state":"finished","total":2,"states":{"done":1,"encrypted":1}}""", message["data"]!.ToJsonString());
        Assert.Equal(0, await Deliveries.SweepAsync(default));
    }

    [Fact]
    public async Task A_job_that_ends_by_cancelling_or_by_dying_readers_is_told_too()
    {
        await RegisterAsync(WebhookEvents.JobEnded);
        string cancelled = await Store.SubmitAsync(new NewJob(), "a");
        await Store.Jobs.CancelAsync(cancelled, null, default);
        await Store.Jobs.CancelAsync(cancelled, null, default);
        string died = await Store.SubmitAsync(new NewJob(), "b");
        await Store.LeaseAsync();
        await Store.Queue.RecoverAsync(1, all: true, default);

        Assert.Equal([cancelled, died], (await AllAsync()).Select(delivery => delivery.Subject));
    }

    [Theory]
    [InlineData("read", "read")]
    [InlineData("read", "failed")]
    [InlineData("read", "duplicate")]
    [InlineData("read", "cancelled")]
    [InlineData("read", "read", "failed", "duplicate", "cancelled")]
    public async Task However_the_last_documents_end_at_once_the_end_is_told_once_and_at_once(params string[] ends)
    {
        await RegisterAsync(WebhookEvents.JobEnded);
        long earlier = await StoreResultAsync("earlier", new SampleFile("earlier").Result());
        for (int round = 0; round < 40; round++)
        {
            string job = await Store.SubmitAsync(new NewJob(), [.. ends.Select((_, i) => $"{round}.{i}")]);
            List<LeasedDocument> documents = await Store.Queue.LeaseAsync(Store.Owner, ends.Count(end => end != "cancelled"), Lease, default);
            Task EndAsync(int i) => ends[i] switch
            {
                "read" => Store.Queue.FinishAsync(documents[i], Store.Owner, new ReadEnd(new SampleFile($"{round}.{i}").Result(), V1), default),
                "failed" => Store.Queue.FinishAsync(documents[i], Store.Owner, new FailedEnd(DocumentState.Damaged, "damaged", Text), default),
                "duplicate" => Store.Queue.FinishAsync(documents[i], Store.Owner, new DuplicateEnd(earlier), default),
                _ => Store.Jobs.CancelAsync(job, null, default),
            };

            await Task.WhenAll(ends.Select((_, i) => Task.Run(() => EndAsync(i))));

            Assert.Single(await AllAsync(), delivery => delivery.Subject == job);
        }
    }

    [Fact]
    public async Task A_job_whose_end_nobody_noticed_is_found()
    {
        await RegisterAsync(WebhookEvents.JobEnded);
        string job = await Store.SubmitAsync(new NewJob(), "a");
        await Store.Database.WriteAsync(session => session.ExecuteAsync("UPDATE documents SET state = 19", default), default);

        Assert.Equal(1, await Deliveries.SweepAsync(default));
        Assert.Equal(0, await Deliveries.SweepAsync(default));
        Assert.Equal(job, Assert.Single(await AllAsync()).Subject);
    }

    [Fact]
    public async Task A_message_of_a_change_that_is_undone_is_never_sent()
    {
        await RegisterAsync(WebhookEvents.CampaignEnded);

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.Database.WriteAsync<int>(
            async session =>
            {
                await Outbox.AddAsync(session, 1, WebhookEvents.CampaignEnded, "c", () => Task.FromResult<object>(new { id = "c" }), default);
                throw new InvalidDataException();
            }, default));

        Assert.Empty(await AllAsync());
        Assert.Null(await Deliveries.LeaseAsync(Lease, default));
    }

    [Fact]
    public async Task A_message_is_tried_again_when_its_time_comes_and_then_given_up()
    {
        Webhook webhook = await RegisterAsync(WebhookEvents.JobEnded);
        long id = (await Webhooks.TestAsync(webhook.Id, default))!.Value;
        LeasedDelivery first = (await Deliveries.LeaseAsync(Lease, default))!;
        Assert.Equal((id, webhook.Url), (first.Id, first.Url));
        await Deliveries.FinishAsync(id, new DeliveryAttempt(500, "status", Store.Clock.GetUtcNow().AddMinutes(1)), default);

        Assert.Null(await Deliveries.LeaseAsync(Lease, default));
        Store.Clock.GoOn(TimeSpan.FromMinutes(1));
        LeasedDelivery second = (await Deliveries.LeaseAsync(Lease, default))!;
        await Deliveries.FinishAsync(id, new DeliveryAttempt(null, "timeout", null), default);

        Assert.Equal((first.EventId, first.Body, 1), (second.EventId, second.Body, second.Attempts));
        WebhookDelivery dead = (await Deliveries.FindAsync(id, default))!;
        Assert.Equal((DeliveryState.Dead, 2, "timeout", null, null), (dead.State, dead.Attempts, dead.LastError, dead.LastStatus, dead.NextAt));
        Assert.Equal([id], (await Deliveries.ListAsync(webhook.Id, DeliveryState.Dead, null, 10, default)).Select(delivery => delivery.Id));
        Assert.Null(await Deliveries.LeaseAsync(Lease, default));

        Assert.True(await Deliveries.ResendAsync(id, default));
        LeasedDelivery again = (await Deliveries.LeaseAsync(Lease, default))!;
        Assert.Equal((first.EventId, 0), (again.EventId, again.Attempts));
        await Deliveries.FinishAsync(id, new DeliveryAttempt(204, null, null), default);
        Assert.Equal(DeliveryState.Delivered, (await Deliveries.FindAsync(id, default))!.State);
        Assert.False(await Deliveries.ResendAsync(id + 1, default));
    }

    [Fact]
    public async Task A_message_whose_sender_died_is_leased_again_and_a_slow_receiver_holds_one_sender()
    {
        Webhook slow = await RegisterAsync(WebhookEvents.JobEnded);
        Webhook other = await RegisterAsync(WebhookEvents.JobEnded);
        await Webhooks.TestAsync(slow.Id, default);
        await Webhooks.TestAsync(slow.Id, default);
        long third = (await Webhooks.TestAsync(other.Id, default))!.Value;

        LeasedDelivery first = (await Deliveries.LeaseAsync(Lease, default))!;
        Assert.Equal(third, (await Deliveries.LeaseAsync(Lease, default))!.Id);
        Assert.Null(await Deliveries.LeaseAsync(Lease, default));

        Store.Clock.GoOn(Lease);
        Assert.Equal(first.Id, (await Deliveries.LeaseAsync(Lease, default))!.Id);
        await Deliveries.ReleaseAsync(first.Id, default);
        Assert.Equal((first.Id, 0), ((await Deliveries.LeaseAsync(Lease, default))!.Id, first.Attempts));
    }

    [Fact]
    public async Task The_old_secret_signs_along_until_its_time_is_over()
    {
        Webhook webhook = await RegisterAsync(WebhookEvents.JobEnded);
        Assert.True(await Webhooks.RotateAsync(webhook.Id, [2], TimeSpan.FromHours(1), "k", default));
        await Webhooks.TestAsync(webhook.Id, default);

        WebhookSecrets during = (await Deliveries.LeaseAsync(Lease, default))!.Secrets;
        Store.Clock.GoOn(TimeSpan.FromHours(1));
        WebhookSecrets after = (await Deliveries.LeaseAsync(Lease, default))!.Secrets;

        Assert.Equal([[2], [1]], new[] { during.Current, during.Previous! });
        Assert.Equal([2], after.Current);
        Assert.Null(after.Previous);
        Assert.False(await Webhooks.RotateAsync("none", [2], TimeSpan.Zero, null, default));
    }

    [Fact]
    public async Task Webhooks_are_bounded_listed_and_removed_with_their_messages()
    {
        Webhook webhook = await RegisterAsync(WebhookEvents.JobEnded | WebhookEvents.CampaignEnded);
        Assert.Null(await Webhooks.CreateAsync("https://b.example/", WebhookEvents.JobEnded, null, [1], 1, null, default));
        await Webhooks.TestAsync(webhook.Id, default);
        Assert.Equal([webhook], await Webhooks.ListAsync(default));
        Assert.Equal(webhook, await Webhooks.FindAsync(webhook.Id, default));

        Assert.True(await Webhooks.DeleteAsync(webhook.Id, "k", default));

        Assert.False(await Webhooks.DeleteAsync(webhook.Id, "k", default));
        Assert.Empty(await AllAsync());
        Assert.Null(await Webhooks.FindAsync(webhook.Id, default));
        Assert.Null(await Webhooks.TestAsync(webhook.Id, default));
        Assert.Equal(
            ["webhook.created", "webhook.deleted"], (await Store.History.OfAsync($"webhook:{webhook.Id}", default)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Old_messages_are_forgotten_and_waiting_ones_never()
    {
        Webhook webhook = await RegisterAsync(WebhookEvents.JobEnded);
        long done = (await Webhooks.TestAsync(webhook.Id, default))!.Value;
        await Deliveries.FinishAsync(done, new DeliveryAttempt(200, null, null), default);
        long waiting = (await Webhooks.TestAsync(webhook.Id, default))!.Value;
        Store.Clock.GoOn(TimeSpan.FromDays(2));

        Assert.Equal(1, await Deliveries.ForgetAsync(Store.Clock.GetUtcNow().AddDays(-1), default));

        Assert.Equal([waiting], (await AllAsync()).Select(delivery => delivery.Id));
    }

    private async Task<Webhook> RegisterAsync(WebhookEvents events) =>
        (await Webhooks.CreateAsync("https://a.example/", events, null, [1], 100, "k", default))!;

    private async Task<IReadOnlyList<WebhookDelivery>> AllAsync() =>
        [.. (await Deliveries.ListAsync(null, null, null, 100, default)).OrderBy(delivery => delivery.Id)];
}
