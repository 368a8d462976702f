using System.Diagnostics;
using System.Globalization;
using System.Text;
using Extractor.Campaigns;
using Extractor.Campaigns.Reports;
using Extractor.Models;
using Extractor.Storage.Databases;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>Memory of this process while the files of a campaign are found, and while its report is made. No file is read: every one is empty, and its end is written as rows.</summary>
internal static class CampaignMemory
{
    private const int PerFolder = 1000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(IServiceProvider services, int count)
    {
        string folder = Directory.CreateTempSubdirectory("extractor-files-").FullName;
        try
        {
            // Half of them in one folder, the others a thousand a folder.
            for (int i = 0; i < count; i++)
            {
                string below = i % 2 == 0 ? "all" : string.Create(CultureInfo.InvariantCulture, $"{i / PerFolder}");
                string path = Directory.CreateDirectory(Path.Combine(folder, below)).FullName;
                File.Create(Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"báo cáo tư pháp số {i}.docx"))).Dispose();
            }

            long campaign = 0;
            await MeasureAsync($"finding {count} files", async () => campaign = await FindAsync(services, folder));
            await EndAsync(services.GetRequiredService<StoreDatabase>(), campaign, count);
            await MeasureAsync("totals as JSON and HTML", async () => await TotalsAsync(services, campaign));
            await MeasureAsync("every file as CSV", () => ReportCsv.WriteAsync(
                Stream.Null, services.GetRequiredService<CampaignReports>().FilesAsync(campaign, default), UserLanguage.English, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Its hours are far away, so its files are found and none is read.
    private static async Task<long> FindAsync(IServiceProvider services, string folder)
    {
        TimeOnly later = TimeOnly.FromDateTime(DateTime.Now).AddHours(6);
        var campaigns = services.GetRequiredService<CampaignStore>();
        long id = await campaigns.CreateAsync(
            new NewCampaign { Name = "bench", Folder = folder, Pace = new CampaignPace(null, new DailyWindow(later, later.AddHours(1))) }, default);
        await using var engine = services.GetRequiredService<CampaignEngine>();
        using var stop = new CancellationTokenSource();
        Task running = engine.RunAsync(stop.Token);
        while ((await campaigns.FindAsync(id, default))!.EnumeratedAt is null)
        {
            await Task.Delay(Look);
        }

        await stop.CancelAsync();
        await running;
        return id;
    }

    // Of twenty files fourteen have an answer of their own, five repeat another one, one is damaged.
    private static async Task EndAsync(StoreDatabase database, long campaign, int count)
    {
        await Filling.RunAsync(database, count);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE campaign_files SET finished_at = 1, sha256 = 'bench' || id, bytes = 1,
                    state = CASE WHEN id % 20 = 0 THEN 14 WHEN id % 4 = 1 THEN 12 ELSE 10 END, reason = CASE WHEN id % 20 = 0 THEN 'damaged' END,
                    result_id = CASE WHEN id % 20 = 0 THEN NULL WHEN id % 4 = 1 THEN id + 1 ELSE id END
                WHERE campaign_id = @id
                """, default, ("@id", campaign)), default);
    }

    private static async Task TotalsAsync(IServiceProvider services, long campaign)
    {
        CampaignReport report = (await services.GetRequiredService<CampaignReports>().OfAsync(campaign, default))!;
        int json = ReportJson.Write(report, TimeOnly.MinValue, UserLanguage.English).Length, html = Encoding.UTF8.GetByteCount(ReportPage.Write(report, UserLanguage.English));
        Console.WriteLine($"  {json} bytes of JSON, {html} of HTML");
    }

    private static async Task MeasureAsync(string name, Func<Task> work)
    {
        GC.Collect();
        double heapBefore = GC.GetTotalMemory(forceFullCollection: true), residentBefore = Environment.WorkingSet;
        double heap = 0, resident = 0;
        using var stop = new CancellationTokenSource();
        Task watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
                resident = Math.Max(resident, Environment.WorkingSet);
                await Task.Delay(Look / 10);
            }
        });
        long start = Stopwatch.GetTimestamp();
        await work();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await stop.CancelAsync();
        await watching;
        double live = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            $"{name}: {seconds:0.0} s; managed MiB {Mebi(heapBefore)} before, {Mebi(heap)} at most, {Mebi(live)} live afterwards; resident MiB {Mebi(residentBefore)} before, {Mebi(resident)} at most");
    }

    private static string Mebi(double bytes) => (bytes / (1 << 20)).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>Reads nothing.</summary>
internal sealed class NoWorkers : IWorkerPool
{
    public WorkerPoolState State { get; } = new(0, 0, 0, 0, 0, null);

    public Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest? request = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("No file is read here.");

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
