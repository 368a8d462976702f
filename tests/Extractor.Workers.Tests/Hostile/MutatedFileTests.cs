using System.Globalization;

namespace Extractor.Workers.Tests.Hostile;

/// <summary>Reports with random damage: each ends in a result or a named failure, and no host falls. The long suite asks for many more.</summary>
public sealed class MutatedFileTests
{
    private static readonly string[] Known =
    [
        "unsupported-format", "empty", "damaged", "encrypted", "limit-exceeded", FailureCode.Timeout, FailureCode.OutOfMemory, FailureCode.Quarantined,
    ];

    [Fact]
    public async Task Every_damaged_file_ends_in_a_named_state()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("EXTRACTOR_WORKER_MUTATIONS") ?? "300", CultureInfo.InvariantCulture);
        await using var test = new TestPool(options => (options.NoProgressSeconds, options.MaxSeconds) = (20, 120));

        FileOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, count).Select(
            i => test.Pool.ExtractAsync(new SourceFile($"{i}", DamagedReports.Make(i)))));

        Assert.All(outcomes.OfType<FileFailure>(), failure => Assert.Contains(failure.Code, Known));
        Assert.Contains(outcomes, outcome => outcome is FileResult);
        Assert.Contains(outcomes, outcome => outcome is FileFailure);
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
    }
}
