using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>What a document costs besides being read: put, queue, lease, read the original, store the answer with its index.</summary>
internal static class Overhead
{
    public const string Owner = "bench/1";
    public const int FilesPerJob = 10;
    private const int WarmUp = 300;

    public static readonly ReadingVersions Versions = new("bench", "bench");
    private static int _made;

    /// <summary>One document after the other, each step by itself; then several at once, in turns with the pipeline alone.</summary>
    public static async Task RunAsync(IServiceProvider services, int count, string[] files)
    {
        ExtractionPipeline pipeline = new ServiceCollection().AddExtractor().AddDocx().AddPdf().AddText().Services.BuildServiceProvider()
            .GetRequiredService<ExtractionPipeline>();
        List<Report> reports = [.. files.Select(file => Report.Read(pipeline, file))];
        await StepsAsync(services, WarmUp, reports);
        Console.WriteLine("one after the other");
        foreach ((string name, List<double> times) in await StepsAsync(services, count, reports))
        {
            Console.WriteLine($"  {name,-22}{Median(times),6:0.00} ms median, {times.Average():0.00} mean, {times.Order().ElementAt(times.Count / 10):0.00} quickest tenth");
        }

        foreach (int readers in (int[])[1, 2, 8])
        {
            await Turns.RunAsync(services, pipeline, reports, readers, count);
        }
    }

    private static async Task<Dictionary<string, List<double>>> StepsAsync(IServiceProvider services, int count, List<Report> reports)
    {
        var steps = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var totals = new List<double>();
        using DocumentFeed feed = Feed(services, 2);
        var originals = services.GetRequiredService<IOriginalStore>();
        var queue = services.GetRequiredService<DocumentQueue>();
        for (int done = 0; done < count; done += FilesPerJob)
        {
            Dictionary<string, byte[]> answers = [];
            var documents = new List<NewDocument>();
            double put = 0;
            foreach (Report report in Some(reports, FilesPerJob))
            {
                answers[report.Sha256] = report.Json;
                documents.Add(new NewDocument("report.docx", report.Sha256, report.Bytes.Length));
                put += await TimeAsync(() => originals.PutAsync(report.Sha256, report.Bytes, default));
            }

            Add(steps, "put original", put / FilesPerJob);
            double create = Add(steps, "create job", await TimeAsync(() => services.GetRequiredService<JobStore>().CreateAsync(new NewJob(), documents, default)) / FilesPerJob);
            for (int i = 0; i < FilesPerJob; i++)
            {
                LeasedDocument leased = null!;
                double lease = Add(steps, "lease, earlier answer", await TimeAsync(async () => leased = (await feed.NextAsync(default))!));
                double read = Add(steps, "read original", await TimeAsync(() => originals.ReadAsync(leased.Sha256, default)));
                double finish = Add(steps, "store answer", await TimeAsync(
                    () => queue.FinishAsync(leased, Owner, new ReadEnd(answers[leased.Sha256], Versions), default)));
                totals.Add((put / FilesPerJob) + create + lease + read + finish);
            }
        }

        steps["queue and storage"] = totals;
        return steps;
    }

    public static DocumentFeed Feed(IServiceProvider services, int fewest) =>
        new(services.GetRequiredService<DocumentQueue>(), Owner, fewest, TimeSpan.FromMinutes(1), Versions, TimeProvider.System);

    public static IEnumerable<Report> Some(List<Report> reports, int count) => Enumerable.Range(0, count).Select(_ => reports[_made % reports.Count].Other(_made++));

    public static double Median(IReadOnlyCollection<double> times) => times.Order().ElementAt(times.Count / 2);

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Add(Dictionary<string, List<double>> steps, string name, double time)
    {
        (steps.TryGetValue(name, out List<double>? times) ? times : steps[name] = []).Add(time);
        return time;
    }
}
