using System.ComponentModel;
using System.Diagnostics;

namespace Extractor.Workers.Processes;

/// <summary>
/// Programs of the system put in front of a worker: each takes something away from the process and then becomes it, so that the worker has one
/// process and no right to give itself back what was taken.
/// </summary>
/// <param name="Prefix">The command in front of the worker's own.</param>
/// <param name="Means">What works here.</param>
/// <param name="Missing">What does not.</param>
internal sealed record Sandbox(IReadOnlyList<string> Prefix, IReadOnlyList<string> Means, IReadOnlyList<string> Missing)
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    private sealed record Restriction(string Name, string[][] Ways);

    /// <summary>Tries each means once, together with those before it; a worker must still be able to read its own program and models.</summary>
    public static Sandbox Detect(WorkerOptions options, WorkerCommand command)
    {
        string[] probe = ["test", "-n", command.Program, .. Readable(command)];
        Restriction[] wanted = [.. Wanted(options)];
        // Where the first way of each works, as nearly everywhere, a start waits for one process instead of four.
        string[] whole = [.. wanted.SelectMany(restriction => restriction.Ways[0])];
        if (Works([.. whole, .. probe]))
        {
            return new Sandbox(whole, [.. wanted.Select(restriction => restriction.Name)], []);
        }

        List<string> prefix = [];
        List<string> working = [];
        List<string> missing = [];
        foreach (Restriction restriction in wanted)
        {
            string[]? way = Array.Find(restriction.Ways, way => Works([.. prefix, .. way, .. probe]));
            (way is null ? missing : working).Add(restriction.Name);
            prefix.AddRange(way ?? []);
        }

        return new Sandbox(prefix, working, missing);
    }

    private static IEnumerable<Restriction> Wanted(WorkerOptions options)
    {
        // Address space cannot be bounded: the runtime reserves far more than it uses.
        yield return new("memory limit", [["prlimit", FormattableString.Invariant($"--data={(long)options.ProcessMegabytes << 20}"), "--"]]);
        yield return new("no core dumps", [["prlimit", "--core=0", "--"]]);
        if (options.BlockNetwork)
        {
            // An ordinary user needs a user namespace to get a network namespace.
            yield return new("no network", [["unshare", "-n", "--"], ["unshare", "-Urn", "--"]]);
        }

        yield return Environment.IsPrivilegedProcess
            ? new("dropped privileges", [["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--"]])
            : new("no new privileges", [["setpriv", "--no-new-privs", "--"]]);
    }

    private static IEnumerable<string> Readable(WorkerCommand command)
    {
        // A program without a path is found by the system; an assembly inside a single file has none.
        string[] files = [.. new[] { command.Program, typeof(object).Assembly.Location }.Concat(command.Arguments).Concat(command.Environment.Values).Where(File.Exists)];
        return files.SelectMany(file => new[] { "-a", "-r", file });
    }

    private static bool Works(string[] command)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            if (process.WaitForExit(ProbeLimit))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            // The program is not installed.
            return false;
        }
    }
}
