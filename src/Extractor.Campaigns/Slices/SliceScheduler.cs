using System.Globalization;
using Extractor.Campaigns.Folders;
using Extractor.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace Extractor.Campaigns.Slices;

/// <summary>
/// Quartz.NET on its tables in the application's database. SQLite: this process alone. PostgreSQL: a cluster; slices of a node that died are run again by
/// the others. It is started with the first campaign and costs nothing before.
/// </summary>
internal sealed class SliceScheduler(
    SliceRunner runner, FolderWalk walk, StoreSetup setup, IOptions<StorageOptions> storage, IOptions<CampaignOptions> options, ILoggerFactory logging)
    : IAsyncDisposable
{
    private const string Name = "extractor";
    private const string SliceGroup = "slices";
    private const string WalkGroup = "walks";

    // Walks take no worker, but each could keep a thread for hours.
    private const int Walks = 2;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    private ServiceProvider? _services;
    private IScheduler? _scheduler;

    /// <summary>Lets scheduled jobs begin.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is null)
        {
            _services ??= Build();
            _scheduler = await _services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken).ConfigureAwait(false);
            await _scheduler.Start(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Schedules a slice unless it is.</summary>
    public Task AddSliceAsync(long id, CancellationToken cancellationToken) => AddAsync<SliceJob>(SliceGroup, id, cancellationToken);

    /// <summary>Schedules the search for a campaign's files unless it is.</summary>
    public Task AddWalkAsync(long campaign, CancellationToken cancellationToken) => AddAsync<WalkJob>(WalkGroup, campaign, cancellationToken);

    /// <summary>Ends jobs that run, as soon as they can, and the scheduler.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true).ConfigureAwait(false);
        }

        if (_services is not null)
        {
            await _services.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task AddAsync<TJob>(string group, long id, CancellationToken cancellationToken)
        where TJob : IJob
    {
        string name = id.ToString(CultureInfo.InvariantCulture);
        var key = new JobKey(name, group);
        if (await _scheduler!.Exists(key, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        // In a cluster the others recover the jobs of a node that died. A process alone comes back under another name: there the engine finds slices nobody runs, at once.
        IJobDetail job = JobBuilder.Create<TJob>().WithIdentity(key).RequestRecovery().Build();
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(name, group).StartNow().Build();
        try
        {
            await _scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node was quicker.
        }
    }

    private ServiceProvider Build()
    {
        CampaignOptions pace = options.Value;
        bool isAlone = storage.Value.Provider == StorageProvider.Sqlite;
        var services = new ServiceCollection();
        services.AddSingleton(logging).AddLogging();
        services.AddSingleton(runner).AddSingleton(walk);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                scheduler.InstanceId = $"{Environment.MachineName}/{Guid.NewGuid():N}";
                scheduler.IdleWaitTime = Idle;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(pace.SlicesAtOnce + Walks);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(ado =>
                {
                    ado.StoreJobDataAsStrings = true;
                    // The migrations of the storage have made the tables.
                    ado.SchemaProvisioning = SchemaProvisioning.Validate;
                    ado.DbRetryInterval = Retry;
                });
                store.UseSystemTextJsonSerializer();
                if (isAlone)
                {
                    store.UseSqlite(SqliteFactory.Instance, setup.ConnectionString);
                }
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, setup.ConnectionString);
                    store.UseClustering(cluster => cluster.CheckinInterval = cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(pace.CheckInSeconds));
                }
            });
        });
        return services.BuildServiceProvider();
    }
}
