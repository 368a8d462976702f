using System.Globalization;
using Extractor.Campaigns.Folders;
using Quartz;

namespace Extractor.Campaigns.Slices;

/// <summary>What the scheduler starts for a slice; its name is the slice's id.</summary>
[DisallowConcurrentExecution]
internal sealed class SliceJob(SliceRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await runner.RunAsync(
        long.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture), context.Scheduler.SchedulerInstanceId, cancellationToken).ConfigureAwait(false);
}

/// <summary>What the scheduler starts to find the files of a campaign; its name is the campaign's id.</summary>
[DisallowConcurrentExecution]
internal sealed class WalkJob(FolderWalk walk) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await walk.RunAsync(long.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
}
