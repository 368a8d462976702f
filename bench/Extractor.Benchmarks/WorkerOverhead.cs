using System.Diagnostics;
using System.Globalization;
using Extractor.Models;
using Extractor.Workers;

namespace Extractor.Benchmarks;

/// <summary>
/// What a worker process costs over reading in this process: both are warm and take turns, file by file; what counts is the median of the
/// differences of neighbours in time.
/// </summary>
internal static class WorkerOverhead
{
    private const int WarmUpRuns = 150;
    private const int Runs = 201;

    public static async Task<int> RunAsync(string[] paths)
    {
        ExtractionPipeline pipeline = Pipelines.Create();
        SourceFile[] files = [.. paths.Select(path => new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)))];
        await using var pool = WorkerPool.Start(new WorkerOptions { Count = 1, FilesPerWorker = 1_000_000 }, WorkerCommand.OfThisProgram());
        await pool.WaitUntilReadyAsync();
        for (int i = 0; i < WarmUpRuns; i++)
        {
            await CompareAsync(pipeline, pool, files[i % files.Length]);
        }

        Console.WriteLine($"{"file",-40} {"in process",10} {"worker",8} {"more",6}");
        foreach (SourceFile file in files)
        {
            double[] inside = new double[Runs];
            double[] worker = new double[Runs];
            double[] more = new double[Runs];
            for (int i = 0; i < Runs; i++)
            {
                (inside[i], worker[i]) = await CompareAsync(pipeline, pool, file);
                more[i] = worker[i] - inside[i];
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file.Name,-40} {Measurement.Median(inside),10:0.00} {Measurement.Median(worker),8:0.00} {Measurement.Median(more),6:0.00}"));
        }

        return 0;
    }

    private static async Task<(double Inside, double Worker)> CompareAsync(ExtractionPipeline pipeline, WorkerPool pool, SourceFile file)
    {
        double inside = Measurement.Take(() => ExtractorJson.Serialize(pipeline.Extract(file))).Clock;
        long start = Stopwatch.GetTimestamp();
        FileOutcome outcome = await pool.ExtractAsync(file);
        double worker = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return outcome is FileResult ? (inside, worker) : throw new InvalidOperationException($"{file.Name}: {outcome}");
    }
}
