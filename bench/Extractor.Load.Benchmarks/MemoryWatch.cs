using System.Diagnostics;
using System.Globalization;

namespace Extractor.Load.Benchmarks;

/// <summary>Memory of the service and its workers, a sample a second.</summary>
internal sealed class MemoryWatch(int process)
{
    private readonly List<(double Service, double Workers)> _samples = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            _samples.Add((ResidentOf(process), ChildrenOf(process).Sum(ResidentOf)));
            await Task.Delay(1000, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Print()
    {
        // The last fifth beside the second: what leaks goes on growing.
        int fifth = Math.Max(1, _samples.Count / 5);
        Console.WriteLine(FormattableString.Invariant(
            $"service MiB: most {_samples.Max(s => s.Service):0}, second fifth {_samples.Skip(fifth).Take(fifth).Average(s => s.Service):0}, last fifth {_samples.TakeLast(fifth).Average(s => s.Service):0}; workers MiB: most {_samples.Max(s => s.Workers):0}, second fifth {_samples.Skip(fifth).Take(fifth).Average(s => s.Workers):0}, last fifth {_samples.TakeLast(fifth).Average(s => s.Workers):0}"));
    }

    private static double ResidentOf(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static List<int> ChildrenOf(int id)
    {
        var children = new List<int>();
        foreach (Process candidate in Process.GetProcesses())
        {
            using (candidate)
            {
                if (ParentOf(candidate.Id) == id)
                {
                    children.Add(candidate.Id);
                }
            }
        }

        return children;
    }

    private static int ParentOf(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
