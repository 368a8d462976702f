using System.Diagnostics;

namespace Extractor.Workers.Tests.Hostile;

/// <summary>Whatever a file does to its worker, it ends in a named state and the pool goes on.</summary>
public sealed class HostileOrderTests
{
    [Theory]
    [InlineData("loop", FailureCode.Timeout, nameof(WorkerOptions.NoProgressSeconds), WorkerEndReason.NoProgress)]
    [InlineData("progress-for-ever", FailureCode.Timeout, nameof(WorkerOptions.MaxSeconds), WorkerEndReason.TooLong)]
    public async Task A_file_that_never_ends_is_given_up_at_once(string order, string code, string limit, WorkerEndReason reason)
    {
        await using var test = new TestPool(options => options.MaxSeconds = 5);

        FileFailure failure = Assert.IsType<FileFailure>(await test.OrderAsync(order));

        Assert.Equal((code, limit), (failure.Code, failure.Limit));
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
        Assert.Equal([reason], await test.EndsAsync(1));
    }

    [Theory]
    [InlineData("stack", WorkerEndReason.StackOverflow, "tràn ngăn xếp", "stack overflow")]
    [InlineData("exit", WorkerEndReason.Crashed, "dừng đột ngột", "a crash")]
    [InlineData("garbage", WorkerEndReason.BrokenFrame, "trả lời sai định dạng", "a garbled answer")]
    public async Task A_file_that_ends_three_workers_is_quarantined_with_the_reason(string order, WorkerEndReason reason, string vi, string en)
    {
        await using var test = new TestPool();

        FileFailure failure = Assert.IsType<FileFailure>(await test.OrderAsync(order));
        FileFailure again = Assert.IsType<FileFailure>(await test.OrderAsync(order));

        Assert.Equal(FailureCode.Quarantined, failure.Code);
        Assert.Contains(vi, failure.Text.Vi, StringComparison.Ordinal);
        Assert.Contains(en, failure.Text.En, StringComparison.Ordinal);
        Assert.Equal(failure, again);
        Assert.Equal(reason, Assert.Single(test.Notices.OfType<FileQuarantined>()).Reason);
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
        Assert.Equal([reason, reason, reason], await test.EndsAsync(3));
        Assert.Equal(1, test.Pool.State.Quarantined);
    }

    [Theory]
    [InlineData("heap")]
    [InlineData("memory")]
    public async Task A_file_that_needs_too_much_memory_is_told_so_and_its_worker_is_replaced(string order)
    {
        await using var test = new TestPool();

        FileFailure failure = Assert.IsType<FileFailure>(await test.OrderAsync(order));

        Assert.Equal(FailureCode.OutOfMemory, failure.Code);
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
        Assert.Equal([WorkerEndReason.Replaced], await test.EndsAsync(1));
    }

    [Fact]
    public async Task A_worker_killed_in_the_middle_of_a_file_costs_nothing_but_time()
    {
        await using var test = new TestPool(options => options.Count = 1);
        await test.Pool.WaitUntilReadyAsync();
        Task<FileOutcome> reading = test.OrderAsync("pages");
        await TestPool.WaitAsync(() => test.Pool.State.Reading == 1);
        Process.GetProcessById(test.Processes.Single()).Kill();

        Assert.IsType<FileResult>(await reading);

        Assert.Equal([WorkerEndReason.Killed], await test.EndsAsync(1));
        Assert.Equal(0, test.Pool.State.Quarantined);
    }

    [Fact]
    public async Task One_hostile_file_among_fifty_leaves_the_others_alone()
    {
        await using var test = new TestPool();
        Task<FileOutcome>[] before = [.. Enumerable.Range(0, 25).Select(i => test.Pool.ExtractAsync(TestPool.Report(i)))];
        Task<FileOutcome> hostile = test.OrderAsync("stack");
        Task<FileOutcome>[] after = [.. Enumerable.Range(25, 25).Select(i => test.Pool.ExtractAsync(TestPool.Report(i)))];

        FileOutcome[] good = await Task.WhenAll([.. before, .. after]);

        Assert.All(good, outcome => Assert.IsType<FileResult>(outcome));
        Assert.Equal(FailureCode.Quarantined, Assert.IsType<FileFailure>(await hostile).Code);
    }

    [Fact]
    public async Task A_bug_is_named_without_a_word_of_the_document()
    {
        await using var test = new TestPool();

        FileFailure bug = Assert.IsType<FileFailure>(await test.OrderAsync("bug"));
        FileFailure poison = Assert.IsType<FileFailure>(await test.OrderAsync("poison"));

        Assert.Equal((FailureCode.Internal, FailureCode.Internal), (bug.Code, poison.Code));
        Assert.StartsWith("InvalidOperationException", bug.Detail, StringComparison.Ordinal);
        Assert.StartsWith("TypeInitializationException <- FormatException", poison.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("words", bug.Detail + poison.Detail, StringComparison.Ordinal);
    }
}
