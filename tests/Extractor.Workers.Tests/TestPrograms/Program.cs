using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Workers.Tests.TestPrograms;

/// <summary>Processes the tests start: a worker with a reader that does what files tell it, one that dies, one that babbles, and a host.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["worker"]:
                return WorkerServer.Run(CreatePipeline);
            case ["dies"]:
                await Console.Error.WriteLineAsync("libicu was not found");
                return 7;
            case ["throws"]:
                return WorkerServer.Run(() => throw new InvalidOperationException("no report family"));
            case ["babbles"]:
                await Console.Out.WriteLineAsync("Hello, I am no worker and talk as I like.");
                await Task.Delay(Timeout.Infinite);
                return 0;
            case ["sleeps"]:
                await Task.Delay(Timeout.Infinite);
                return 0;
            case ["host", string file]:
                await HostAsync(file);
                return 0;
            default:
                return 2;
        }
    }

    public static ExtractionPipeline CreatePipeline()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDocumentReader, ObedientReader>();
        services.AddExtractor().AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }

    public static WorkerCommand Command(string mode = WorkerCommand.Argument) => new(DotnetProgram, [typeof(Program).Assembly.Location, mode]);

    public static string DotnetProgram => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    // A host with one worker that reads for ever and one that waits; it tells their processes and is killed by its test.
    private static async Task HostAsync(string file)
    {
        var processes = new List<int>();
        var warm = new SemaphoreSlim(0);
        WorkerPool.Start(new WorkerOptions { Count = 2 }, Command(), notice =>
        {
            if (notice is WorkerStarted started)
            {
                lock (processes)
                {
                    processes.Add(started.ProcessId);
                }

                warm.Release();
            }
        }).ExtractAsync(new SourceFile("loop", ObedientReader.Order("loop")), cancellationToken: CancellationToken.None).Forget();
        await warm.WaitAsync();
        await warm.WaitAsync();
        await Task.Delay(500);
        await File.WriteAllTextAsync(file + ".part", string.Join(' ', processes.ToImmutableArray()));
        File.Move(file + ".part", file);
        await Task.Delay(Timeout.Infinite);
    }

    private static void Forget(this Task task) => _ = task;
}
