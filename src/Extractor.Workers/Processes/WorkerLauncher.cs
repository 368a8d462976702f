using System.Diagnostics;
using System.Globalization;

namespace Extractor.Workers.Processes;

/// <summary>Starts workers inside their bounds.</summary>
internal sealed class WorkerLauncher(WorkerOptions options, WorkerCommand command, Sandbox sandbox)
{
    private const int CallsBeforeCompiledAgain = 2000;
    private const int QuietMillisecondsBeforeCompiledAgain = 2000;

    // What a program needs to run at all; keys and passwords of the host are not among them.
    private static readonly string[] HandedOn =
    [
        "PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "TZ", "TMPDIR", "TEMP", "SystemRoot", "DOTNET_ROOT", "DOTNET_ROOT_X64",
        "DOTNET_ROOT_ARM64", "LD_LIBRARY_PATH", "TESSDATA_PREFIX",
    ];

    public WorkerProcess Start()
    {
        string[] whole = [.. sandbox.Prefix, command.Program, .. command.Arguments];
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // Only the folder of the program is sure to be there for a user without rights.
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Clear();
        foreach (string name in HandedOn)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        // The runtime reads numbers of its settings as hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)options.HeapMegabytes << 20).ToString("X", CultureInfo.InvariantCulture);
        // One file at a time: threads of a collector for every processor would only take the processors from the other workers.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // Compiled again only where it is called very often, not in the first seconds, and never measured before: a worker that reads a thousand files
        // computes a third less, and one that has just been started reads instead of compiling.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = CallsBeforeCompiledAgain.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = QuietMillisecondsBeforeCompiledAgain.ToString("X", CultureInfo.InvariantCulture);
        // No debugger, profiler or dump may reach into a process that holds documents, nor leave a socket behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        foreach ((string name, string value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(
            Process.Start(start) ?? throw new InvalidOperationException("The worker did not start."), options.MaxResultMegabytes << 20);
    }
}
