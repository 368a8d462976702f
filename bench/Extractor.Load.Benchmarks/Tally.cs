using System.Collections.Concurrent;

namespace Extractor.Load.Benchmarks;

/// <summary>What clients of one kind saw: how many answers of each status, and how long those that worked took.</summary>
internal sealed class Tally(string name)
{
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<double> _milliseconds = [];

    /// <summary>Answers that are neither success nor "come back later".</summary>
    public int Errors => _answers.Where(a => a.Key is not ("200" or "202" or "429" or "done")).Sum(a => a.Value);

    public void Count(string answer) => _answers.AddOrUpdate(answer, 1, (_, n) => n + 1);

    public void Took(TimeSpan elapsed) => _milliseconds.Add(elapsed.TotalMilliseconds);

    public void Print()
    {
        double[] sorted = [.. _milliseconds.Order()];
        string answers = string.Join(", ", _answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value}"));
        string times = sorted.Length == 0 ? "nothing worked" : FormattableString.Invariant(
            $"{sorted.Length} in ms: median {At(sorted, 0.5):0}, p95 {At(sorted, 0.95):0}, p99 {At(sorted, 0.99):0}, worst {sorted[^1]:0}");
        Console.WriteLine($"{name}: {answers}; {times}");
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
