using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Extractor.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>What a document costs besides being read: put, queue, lease, look for an earlier answer, read the original, store the answer with its index.</summary>
internal static class Overhead
{
    private const string Owner = "bench/1";
    private const int FilesPerJob = 10;
    private const int WarmUp = 300;

    private static readonly Dictionary<string, double> Computing = new(StringComparer.Ordinal);

    private static TimeSpan _computing;
    private static TimeSpan _last;

    public static async Task RunAsync(IServiceProvider services, int count, string[] files)
    {
        ExtractionPipeline pipeline = new ServiceCollection().AddExtractor().AddDocx().AddPdf().AddText().Services.BuildServiceProvider()
            .GetRequiredService<ExtractionPipeline>();
        List<(byte[] Bytes, byte[] Json, string Sha256)> reports = [];
        foreach (string file in files)
        {
            byte[] bytes = await File.ReadAllBytesAsync(file);
            var source = new SourceFile(Path.GetFileName(file), bytes);
            reports.Add((bytes, ExtractorJson.Serialize(pipeline.Extract(source)), source.ComputeSha256()));
        }

        double alone = Median([.. Enumerable.Range(0, 60).Select(i => Time(() => pipeline.Extract(new SourceFile("a", reports[i % reports.Count].Bytes))))]);
        var steps = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var totals = new List<double>();
        _computing = TimeSpan.Zero;
        var originals = services.GetRequiredService<IOriginalStore>();
        var jobs = services.GetRequiredService<JobStore>();
        var queue = services.GetRequiredService<DocumentQueue>();
        var results = services.GetRequiredService<ResultStore>();
        var versions = new ReadingVersions("bench", "bench");
        for (int done = 0; done < count + WarmUp; done += FilesPerJob)
        {
            if (done == WarmUp)
            {
                steps.Clear();
                totals.Clear();
                _computing = TimeSpan.Zero;
                Computing.Clear();
            }

            var documents = new List<NewDocument>();
            var answers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            double put = 0;
            for (int i = 0; i < FilesPerJob; i++)
            {
                (byte[] bytes, byte[] json, string sha256) = reports[(done + i) % reports.Count];
                byte[] other = [.. bytes, .. Encoding.ASCII.GetBytes($"{done + i}")];
                string digest = Convert.ToHexStringLower(SHA256.HashData(other));
                answers[digest] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(sha256, digest, StringComparison.Ordinal));
                documents.Add(new NewDocument("report.docx", digest, other.Length));
                put += await TimeAsync(() => originals.PutAsync(digest, other, default));
            }

            Add(steps, "put original", put / FilesPerJob);
            double create = await TimeAsync(() => jobs.CreateAsync(new NewJob(), documents, default));
            Add(steps, "create job", create / FilesPerJob);
            for (int i = 0; i < FilesPerJob; i++)
            {
                List<LeasedDocument> leased = [];
                double lease = Add(steps, "lease", await TimeAsync(async () => leased = await queue.LeaseAsync(Owner, 1, TimeSpan.FromMinutes(1), default)));
                double find = Add(steps, "look for earlier answer", await TimeAsync(() => results.FindAsync(leased[0].Sha256, null, versions, default)));
                double read = Add(steps, "read original", await TimeAsync(() => originals.ReadAsync(leased[0].Sha256, default)));
                double finish = Add(steps, "store answer", await TimeAsync(
                    () => queue.FinishAsync(leased[0], Owner, new ReadEnd(answers[leased[0].Sha256], versions), default)));
                totals.Add((put / FilesPerJob) + (create / FilesPerJob) + lease + find + read + finish);
            }
        }

        double cpu = _computing.TotalMilliseconds / count;
        Console.WriteLine($"pipeline alone        {alone,7:0.00} ms median");
        foreach ((string name, List<double> times) in steps)
        {
            Console.WriteLine($"{name,-24}{Median(times),5:0.00} ms median, {times.Average():0.00} mean, {Computing.GetValueOrDefault(name) / times.Count:0.00} computing");
        }

        Console.WriteLine($"queue and storage     {Median(totals),7:0.00} ms median, {totals.Average():0.00} mean, {totals.Order().ElementAt(totals.Count / 10):0.00} quickest tenth, {cpu:0.00} ms computing");
    }

    public static double Median(IReadOnlyCollection<double> times) => times.Order().ElementAt(times.Count / 2);

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        _last = Environment.CpuUsage.TotalTime - before;
        _computing += _last;
        return time;
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Add(Dictionary<string, List<double>> steps, string name, double time)
    {
        (steps.TryGetValue(name, out List<double>? times) ? times : steps[name] = []).Add(time);
        Computing[name] = Computing.GetValueOrDefault(name) + _last.TotalMilliseconds;
        return time;
    }
}
