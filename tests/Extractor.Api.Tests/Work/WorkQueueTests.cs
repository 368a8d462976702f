using Extractor.Api.Problems;
using Extractor.Api.Work;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Work;

public sealed class WorkQueueTests
{
    private const long Large = 1001;

    [Fact]
    public void A_place_is_free_again_when_it_was_left()
    {
        WorkQueue queue = Queue();
        WorkQueue.Place first = queue.Enter(Large);
        using (queue.Enter(null))
        {
            Assert.False(queue.HasPlace);
            ProblemException refused = Assert.Throws<ProblemException>(() => queue.Enter(Large));
            Assert.Equal((Problem.TooBusy, (int?)3), (refused.Problem, refused.RetryAfterSeconds));
        }

        Assert.True(queue.HasPlace);
        first.Dispose();
        Assert.True(queue.HasPlace);
    }

    [Fact]
    public void A_small_request_has_a_place_where_large_ones_are_sent_away()
    {
        WorkQueue queue = Queue();
        using WorkQueue.Place first = queue.Enter(Large);
        using WorkQueue.Place second = queue.Enter(Large);

        using (queue.Enter(Large - 1))
        {
            Assert.Throws<ProblemException>(() => queue.Enter(1));
        }

        Assert.Throws<ProblemException>(() => queue.Enter(null));
        queue.Enter(1).Dispose();
    }

    private static WorkQueue Queue() => new(
        Options.Create(new ApiOptions { MaxWaiting = 1, MaxWaitingSmall = 1, SmallBytes = Large - 1, RetryAfterSeconds = 3 }),
        Options.Create(new WorkerOptions { Count = 1 }));
}
