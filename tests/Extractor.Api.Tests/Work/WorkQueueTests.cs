using Extractor.Api.Problems;
using Extractor.Api.Work;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Work;

public sealed class WorkQueueTests
{
    [Fact]
    public async Task No_more_files_are_read_side_by_side_than_allowed()
    {
        using WorkQueue queue = Create(concurrent: 2, waiting: 100);
        int running = 0;
        int most = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => queue.RunAsync(token =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            token.WaitHandle.WaitOne(5);
            return Interlocked.Decrement(ref running);
        }, CancellationToken.None)));

        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public void A_place_is_free_again_when_it_was_left()
    {
        using WorkQueue queue = Create(concurrent: 1, waiting: 1);
        WorkQueue.Place first = queue.Enter();
        using (queue.Enter())
        {
            Assert.False(queue.HasPlace);
            ProblemException refused = Assert.Throws<ProblemException>(() => queue.Enter());
            Assert.Equal((Problem.TooBusy, (int?)3), (refused.Problem, refused.RetryAfterSeconds));
        }

        Assert.True(queue.HasPlace);
        first.Dispose();
        Assert.True(queue.HasPlace);
    }

    [Fact]
    public async Task Work_that_fails_lets_the_next_one_in()
    {
        using WorkQueue queue = Create(concurrent: 1, waiting: 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<int>(_ => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(5, await queue.RunAsync(_ => 5, CancellationToken.None));
    }

    private static WorkQueue Create(int concurrent, int waiting) => new(
        Options.Create(new ApiOptions { MaxConcurrent = concurrent, MaxWaiting = waiting, RetryAfterSeconds = 3 }), TimeProvider.System);

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var found && found != seen)
        {
            seen = found;
        }
    }
}
