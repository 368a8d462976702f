using System.Runtime;
using Extractor.Storage.Databases;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>Several documents at once through queue and storage, in turns with the pipeline alone.</summary>
internal static class Turns
{
    private const int PerRound = 96;
    private const int MostWarmUp = 100;
    private const double Warm = 0.1;
    // As in the service.
    private const int MostBeingStored = 8;

    public static async Task RunAsync(IServiceProvider services, ExtractionPipeline pipeline, List<Report> reports, int readers, int count)
    {
        ServerClock server = await ServerClock.OfAsync(services.GetRequiredService<StoreDatabase>());
        using var reading = new Readers(pipeline, readers);
        // Whatever is being compiled competes with both, but not evenly: a process is warm when next to nothing is.
        for (int round = 0; round < MostWarmUp && (await RoundAsync(services, server, reading, reports)).Compiling > Warm; round++)
        {
        }

        var rounds = new List<Round>();
        for (int round = 0; round < Math.Max(4, count / PerRound); round++)
        {
            rounds.Add(await RoundAsync(services, server, reading, reports));
        }

        double Median(Func<Round, double> of) => Overhead.Median([.. rounds.Select(of)]);
        double[] more = [.. rounds.Select(round => round.Stored - round.Alone).Order()];
        Console.WriteLine(
            $"{readers} at once: pipeline {Median(round => round.Alone):0.00} ms a document, with queue and storage {Median(round => round.Stored):0.00}, more {Overhead.Median(more):0.00} "
            + $"(median of {more.Length} rounds in turns, quartiles {more[more.Length / 4]:0.00} to {more[more.Length * 3 / 4]:0.00}), computing {Median(round => round.Computing):0.00} more in this process, "
            + $"of which the pipeline itself {Median(round => round.Reading):0.00} and compiling {Median(round => round.Compiling):0.00}, in the server {rounds.Average(round => round.Server):0.00}");
    }

    private static async Task<Round> RoundAsync(IServiceProvider services, ServerClock server, Readers reading, List<Report> reports)
    {
        List<Report> some = [.. Overhead.Some(reports, PerRound)];
        TimeSpan compiled = JitInfo.GetCompilationTime();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double alone = await Overhead.TimeAsync(() => Task.WhenAll(some.Select(report => reading.ReadAsync("report.docx", report.Bytes))));
        TimeSpan between = Environment.CpuUsage.TotalTime;
        double readAlone = reading.TakeMilliseconds();
        double served = server.Milliseconds;
        double stored = await Overhead.TimeAsync(() => StoreAsync(services, reading, some));
        double computing = (Environment.CpuUsage.TotalTime - between - (between - before)).TotalMilliseconds;
        return new Round(
            alone / PerRound, stored / PerRound, computing / PerRound, (reading.TakeMilliseconds() - readAlone) / PerRound,
            (JitInfo.GetCompilationTime() - compiled).TotalMilliseconds / PerRound, (server.Milliseconds - served) / PerRound);
    }

    // As the service does it: one thread puts files and makes jobs as requests come, others take documents, as many as the service has in hand for so many
    // readers, and store what was read.
    private static async Task StoreAsync(IServiceProvider services, Readers reading, List<Report> some)
    {
        var originals = services.GetRequiredService<IOriginalStore>();
        var queue = services.GetRequiredService<DocumentQueue>();
        Dictionary<string, Report> bySha256 = some.ToDictionary(report => report.Sha256);
        using DocumentFeed feed = Overhead.Feed(services, reading.Count);
        var arrivals = new Arrivals();
        int inHand = new WorkerOptions { Count = reading.Count }.FilesInHand;
        using var hands = new SemaphoreSlim(inHand);
        await Task.WhenAll(Enumerable.Range(0, inHand + MostBeingStored).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                await hands.WaitAsync();
                (Task more, bool isLast) = arrivals.Next;
                LeasedDocument? leased = await feed.NextAsync(default);
                if (leased is not null)
                {
                    byte[]? bytes = await originals.ReadAsync(leased.Sha256, default);
                    await reading.ReadAsync(leased.FileName, bytes!);
                }

                hands.Release();
                if (leased is not null)
                {
                    await queue.FinishAsync(leased, Overhead.Owner, new ReadEnd(bySha256[leased.Sha256].Json, Overhead.Versions), default);
                }
                else if (isLast)
                {
                    return;
                }
                else
                {
                    await more;
                }
            }
        })).Append(Task.Run(() => SendAsync(services, originals, some, arrivals))));
    }

    private static async Task SendAsync(IServiceProvider services, IOriginalStore originals, List<Report> some, Arrivals arrivals)
    {
        foreach (Report[] files in some.Chunk(Overhead.FilesPerJob))
        {
            foreach (Report report in files)
            {
                await originals.PutAsync(report.Sha256, report.Bytes, default);
            }

            await services.GetRequiredService<JobStore>().CreateAsync(
                new NewJob(), [.. files.Select(report => new NewDocument("report.docx", report.Sha256, report.Bytes.Length))], default);
            arrivals.Tell(areOver: false);
        }

        arrivals.Tell(areOver: true);
    }

    /// <summary>Wakes readers that found nothing.</summary>
    private sealed class Arrivals
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _areOver;

        /// <summary>Ends with the next arrival; and whether there is none to come. In this order, so that the last one is not missed.</summary>
        public (Task More, bool IsLast) Next => (Volatile.Read(ref _next).Task, Volatile.Read(ref _areOver));

        public void Tell(bool areOver)
        {
            Volatile.Write(ref _areOver, areOver);
            Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    /// <summary>Milliseconds a document of one round; what is told of the pipeline and of compiling is computing.</summary>
    private readonly record struct Round(double Alone, double Stored, double Computing, double Reading, double Compiling, double Server);
}
