using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>What a document costs besides being read: put, queue, lease, read the original, store the answer with its index.</summary>
internal static class Overhead
{
    private const string Owner = "bench/1";
    private const int FilesPerJob = 10;
    private const int WarmUp = 300;
    private const int PerRound = 48;

    private static readonly ReadingVersions Versions = new("bench", "bench");
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
            await InTurnsAsync(services, pipeline, reports, readers, count);
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

    private static async Task InTurnsAsync(IServiceProvider services, ExtractionPipeline pipeline, List<Report> reports, int readers, int count)
    {
        var alone = new List<double>();
        var stored = new List<double>();
        var computing = new List<double>();
        for (int round = 0; round < Math.Max(4, count / PerRound); round++)
        {
            List<Report> some = [.. Some(reports, PerRound)];
            TimeSpan before = Environment.CpuUsage.TotalTime;
            alone.Add(await TimeAsync(() => Parallel.ForEachAsync(
                some, new ParallelOptions { MaxDegreeOfParallelism = readers }, (report, cancellationToken) =>
                {
                    pipeline.Extract(new SourceFile("report.docx", report.Bytes), cancellationToken: cancellationToken);
                    return ValueTask.CompletedTask;
                })) / PerRound);
            TimeSpan between = Environment.CpuUsage.TotalTime;
            stored.Add(await TimeAsync(() => StoreAsync(services, pipeline, some, readers)) / PerRound);
            computing.Add((Environment.CpuUsage.TotalTime - between - (between - before)).TotalMilliseconds / PerRound);
        }

        List<double> more = [.. stored.Zip(alone, (with, without) => with - without)];
        Console.WriteLine(
            $"{readers} at once: pipeline {Median(alone):0.00} ms a document, with queue and storage {Median(stored):0.00}, more {Median(more):0.00} (median of {more.Count} "
            + $"rounds in turns, quartiles {more.Order().ElementAt(more.Count / 4):0.00} to {more.Order().ElementAt(more.Count * 3 / 4):0.00}), computing {Median(computing):0.00} more in this process");
    }

    // As the service does it: files are put and a job is made, readers take documents and store what was read.
    private static async Task StoreAsync(IServiceProvider services, ExtractionPipeline pipeline, List<Report> some, int readers)
    {
        var originals = services.GetRequiredService<IOriginalStore>();
        var queue = services.GetRequiredService<DocumentQueue>();
        Dictionary<string, Report> bySha256 = some.ToDictionary(report => report.Sha256);
        using DocumentFeed feed = Feed(services, Math.Max(2, readers));
        var jobs = new Queue<Report[]>(some.Chunk(FilesPerJob));
        using var submitting = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                LeasedDocument? leased = await feed.NextAsync(default);
                if (leased is null)
                {
                    await submitting.WaitAsync();
                    bool isOver = !jobs.TryDequeue(out Report[]? files);
                    foreach (Report report in files ?? [])
                    {
                        await originals.PutAsync(report.Sha256, report.Bytes, default);
                    }

                    if (files is not null)
                    {
                        await services.GetRequiredService<JobStore>().CreateAsync(
                            new NewJob(), [.. files.Select(report => new NewDocument("report.docx", report.Sha256, report.Bytes.Length))], default);
                    }

                    submitting.Release();
                    if (isOver)
                    {
                        return;
                    }

                    continue;
                }

                byte[]? bytes = await originals.ReadAsync(leased.Sha256, default);
                pipeline.Extract(new SourceFile(leased.FileName, bytes!));
                await queue.FinishAsync(leased, Owner, new ReadEnd(bySha256[leased.Sha256].Json, Versions), default);
            }
        })));
    }

    private static DocumentFeed Feed(IServiceProvider services, int together) =>
        new(services.GetRequiredService<DocumentQueue>(), Owner, together, TimeSpan.FromMinutes(1), Versions);

    private static IEnumerable<Report> Some(List<Report> reports, int count) => Enumerable.Range(0, count).Select(_ => reports[_made % reports.Count].Other(_made++));

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

    private sealed record Report(byte[] Bytes, byte[] Json, string Sha256)
    {
        public static Report Read(ExtractionPipeline pipeline, string file)
        {
            byte[] bytes = File.ReadAllBytes(file);
            var source = new SourceFile(Path.GetFileName(file), bytes);
            return new Report(bytes, ExtractorJson.Serialize(pipeline.Extract(source)), source.ComputeSha256());
        }

        /// <summary>The same report as other bytes, so that nothing is a duplicate.</summary>
        public Report Other(int number)
        {
            byte[] other = [.. Bytes, .. Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))];
            string digest = Convert.ToHexStringLower(SHA256.HashData(other));
            return new Report(other, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Json).Replace(Sha256, digest, StringComparison.Ordinal)), digest);
        }
    }
}
