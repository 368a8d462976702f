using System.Collections.Immutable;
using System.Reflection;

namespace Extractor.Workers;

/// <summary>How a worker is started.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>The hidden argument that makes a host program a worker.</summary>
    public const string Argument = "worker";

    /// <summary>Variables a worker gets; of the host's own only those it needs to run are handed on, so that no secret is.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>This very program, started again as a worker.</summary>
    public static WorkerCommand OfThisProgram()
    {
        string program = System.Environment.ProcessPath ?? throw new InvalidOperationException("The program of this process is not known.");
        string? assembly = Assembly.GetEntryAssembly()?.Location;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" && !string.IsNullOrEmpty(assembly)
            ? new WorkerCommand(program, [assembly, Argument])
            : new WorkerCommand(program, [Argument]);
    }
}
