using System.Collections.Immutable;
using System.Text;
using Extractor.Cli.Extract;
using Extractor.Cli.Terminals;
using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Tests;

/// <summary>Runs the program in this process inside a folder of its own.</summary>
internal sealed class CliHarness : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();

    public string Folder { get; } = GoneWithThisProcess.NewFolder("cli-tests");

    public FakeReader Reader { get; init; } = new();

    public bool ErrorIsScreen { get; init; }

    /// <summary>Makes the pipeline; null for one with the fake reader alone.</summary>
    public Func<ExtractionPipeline>? CreatePipeline { get; init; }

    /// <summary>Whether several files are read by real worker processes; otherwise a stand-in reads them in this one.</summary>
    public bool HasWorkers { get; init; }

    /// <summary>Variables that name the models of the workers.</summary>
    public ImmutableDictionary<string, string> Models { get; init; } = PooledReading.Models();

    public int? Width { get; init; }

    public bool UseColour { get; init; }

    public Stream? OutputStream { get; init; }

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Error => _error.ToString();

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string content)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public int Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    public int Run(CancellationToken cancellationToken, params string[] arguments)
    {
        using var terminal = new Terminal(OutputStream ?? _output, _error) { ErrorIsScreen = ErrorIsScreen, Width = Width, UseColour = UseColour };
        return new CommandLine(terminal, CreatePipeline ?? CreateFake, Start).Run([.. arguments, "--lang", "en"], cancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The program of this process is the test runner, so that of the workers has to be named.
    private IWorkerPool Start(WorkerOptions options, Action<WorkerNotice> notice) => HasWorkers
        ? WorkerPool.Start(options, new WorkerCommand("dotnet", [typeof(CommandLine).Assembly.Location, WorkerCommand.Argument]) { Environment = Models }, notice)
        : new StandInPool((CreatePipeline ?? CreateFake)(), options);

    private ExtractionPipeline CreateFake()
    {
        var services = new ServiceCollection();
        services.AddExtractor();
        services.AddSingleton<IDocumentReader>(Reader);
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }
}
