using Extractor.Api.Problems;
using Extractor.Api.Work;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Work;

public sealed class WorkQueueTests
{
    [Fact]
    public void A_place_is_free_again_when_it_was_left()
    {
        var queue = new WorkQueue(
            Options.Create(new ApiOptions { MaxWaiting = 1, RetryAfterSeconds = 3 }), Options.Create(new WorkerOptions { Count = 1 }));
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
}
