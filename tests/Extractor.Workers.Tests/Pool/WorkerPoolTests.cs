using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Extractor.Models;
using Extractor.Workers.Tests.TestPrograms;

namespace Extractor.Workers.Tests.Pool;

public sealed class WorkerPoolTests
{
    [Fact]
    public async Task The_result_is_what_the_library_writes()
    {
        await using var test = new TestPool();
        SourceFile file = TestPool.Report() with { Name = "báo cáo.txt" };
        var english = new ExtractionRequest { Language = UserLanguage.English, Family = FamilyCatalog.Names[0] };
        ExtractionPipeline pipeline = Program.CreatePipeline();

        var plain = Assert.IsType<FileResult>(await test.Pool.ExtractAsync(file));
        var indented = Assert.IsType<FileResult>(await test.Pool.ExtractAsync(file, new WorkRequest { Extraction = english, Indented = true }));

        Assert.Equal(ExtractorJson.Serialize(pipeline.Extract(file)), plain.Json.ToArray());
        Assert.Equal(ExtractorJson.Serialize(pipeline.Extract(file, english), indented: true), indented.Json.ToArray());
    }

    [Theory]
    [InlineData("limit", "limit-exceeded", "Quá nhiều trang.", "Too many pages.", "MaxPages")]
    [InlineData("encrypted", "encrypted", "Tệp có mật khẩu.", "A password.", null)]
    public async Task A_file_that_cannot_be_read_keeps_its_code_and_both_texts(string order, string code, string vi, string en, string? limit)
    {
        await using var test = new TestPool();

        FileFailure failure = Assert.IsType<FileFailure>(await test.OrderAsync(order));

        Assert.Equal(new FileFailure(code, new LocalText(vi, en)) { Limit = limit }, failure);
        Assert.Empty(test.Ended);
    }

    [Fact]
    public async Task A_family_that_is_not_there_is_named()
    {
        await using var test = new TestPool();
        var request = new WorkRequest { Extraction = new ExtractionRequest { Family = "none" } };

        Assert.Equal(FailureCode.UnknownFamily, Assert.IsType<FileFailure>(await test.Pool.ExtractAsync(TestPool.Report(), request)).Code);
    }

    [Fact]
    public async Task A_slow_file_that_goes_on_is_left_in_peace()
    {
        await using var test = new TestPool(options => options.NoProgressSeconds = 2);

        Assert.IsType<FileResult>(await test.OrderAsync("pages"));
        Assert.Empty(test.Ended);
    }

    [Fact]
    public async Task A_file_larger_than_a_pipe_passes()
    {
        await using var test = new TestPool();
        byte[] large = new byte[5 << 20];
        ObedientReader.Order("quick ").CopyTo(large, 0);
        large.AsSpan("order quick ".Length).Fill((byte)'x');

        var result = Assert.IsType<FileResult>(await test.Pool.ExtractAsync(new SourceFile("large.txt", large)));

        Assert.Equal(large.Length, (int?)JsonNode.Parse(result.Json.Span)!["document"]!["bytes"]);
    }

    [Fact]
    public async Task A_caller_that_gives_up_costs_one_worker_and_no_other_file()
    {
        await using var test = new TestPool();
        using var giveUp = new CancellationTokenSource();
        Task<FileOutcome> given = test.OrderAsync("loop", giveUp.Token);
        Task<FileOutcome> other = test.OrderAsync("pages");
        await TestPool.WaitAsync(() => test.Pool.State.Reading == 2);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.IsType<FileResult>(await other);
        Assert.Equal([WorkerEndReason.Cancelled], await test.EndsAsync(1));
        Assert.Equal(0, test.Pool.State.Quarantined);
    }

    [Fact]
    public async Task A_file_somebody_waits_for_goes_before_those_of_a_campaign()
    {
        await using var test = new TestPool(options => options.Count = 1);
        await test.Pool.WaitUntilReadyAsync();
        Task<FileOutcome> first = test.OrderAsync("pages");
        await TestPool.WaitAsync(() => test.Pool.State.Reading == 1);
        var order = new List<string>();
        async Task AddAsync(string name, WorkPriority priority)
        {
            await test.Pool.ExtractAsync(TestPool.Report(), new WorkRequest { Priority = priority });
            lock (order)
            {
                order.Add(name);
            }
        }

        Task[] waiting = [AddAsync("batch", WorkPriority.Batch), AddAsync("person", WorkPriority.Interactive)];
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal(["person", "batch"], order);
    }

    [Theory]
    [InlineData(3, 512)]
    [InlineData(1000, 32)]
    public async Task A_worker_is_replaced_after_its_share_of_files_or_when_it_has_grown(int files, int megabytes)
    {
        await using var test = new TestPool(options => (options.Count, options.FilesPerWorker, options.ReplaceAboveMegabytes) = (1, files, megabytes));

        for (int i = 0; i < 4; i++)
        {
            Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report(i)));
        }

        Assert.Equal(WorkerEndReason.Replaced, (await test.EndsAsync(1))[0]);
        Assert.True(test.Processes.Count() >= 2);
    }

    [Theory]
    [InlineData("dies", "libicu was not found")]
    [InlineData("throws", "no report family")]
    [InlineData("babbles", "not a frame")]
    [InlineData("sleeps", "not warm after 1 seconds")]
    public async Task A_broken_installation_is_a_clear_error_and_no_spin(string mode, string reason)
    {
        await using var test = new TestPool(options => options.StartSeconds = mode == "sleeps" ? 1 : 60, mode);

        var error = await Assert.ThrowsAsync<WorkersUnavailableException>(() => test.Pool.ExtractAsync(TestPool.Report()));
        await Assert.ThrowsAsync<WorkersUnavailableException>(() => test.Pool.WaitUntilReadyAsync());

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, test.Pool.State.Problem, StringComparison.Ordinal);
        Assert.Empty(test.Processes);
        // Each pause is twice as long as the one before.
        Assert.Equal(TimeSpan.FromSeconds(1), test.Notices.OfType<WorkersBroken>().First().NextTry);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_clear_error()
    {
        await using var pool = WorkerPool.Start(new WorkerOptions { Count = 1 }, new WorkerCommand("/no/such/program", []));

        await Assert.ThrowsAsync<WorkersUnavailableException>(() => pool.ExtractAsync(TestPool.Report()));
    }

    [Fact]
    public async Task An_idle_worker_that_is_killed_is_replaced_before_anybody_asks()
    {
        await using var test = new TestPool(options => options.Count = 1);
        await test.Pool.WaitUntilReadyAsync();

        Process.GetProcessById(test.Processes.Single()).Kill();

        await TestPool.WaitAsync(() => test.Processes.Count() == 2);
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
        Assert.Equal([WorkerEndReason.Killed], await test.EndsAsync(1));
    }

    [Fact]
    public async Task A_host_that_starts_keeps_a_processor_to_itself()
    {
        int atOnce = Math.Max(1, Environment.ProcessorCount - 1);
        var host = new TaskCompletionSource();
        await using var test = new TestPool(options => options.Count = atOnce + 1, hostStarted: host.Task);

        await TestPool.WaitAsync(() => test.Processes.Count() == atOnce);
        Assert.IsType<FileResult>(await test.Pool.ExtractAsync(TestPool.Report()));
        Assert.Equal(atOnce, test.Processes.Count());
        host.SetResult();

        await TestPool.WaitAsync(() => test.Processes.Count() == atOnce + 1);
    }

    [Fact]
    public async Task A_pool_that_is_closed_while_its_host_starts_waits_for_nothing()
    {
        var test = new TestPool(options => options.Count = Environment.ProcessorCount + 1, hostStarted: new TaskCompletionSource().Task);
        await test.Pool.WaitUntilReadyAsync();

        await test.DisposeAsync();

        Assert.All(test.Processes, id => Assert.False(TestProcesses.IsRunning(id)));
    }

    [Fact]
    public async Task Closing_the_pool_ends_every_process_and_cancels_what_waits()
    {
        var test = new TestPool(options => options.Count = 1);
        await test.Pool.WaitUntilReadyAsync();
        Task<FileOutcome>[] files = [test.OrderAsync("loop"), test.OrderAsync("loop"), test.OrderAsync("loop")];
        await TestPool.WaitAsync(() => test.Pool.State.Reading == 1);

        await test.DisposeAsync();

        foreach (Task<FileOutcome> file in files)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file);
        }

        Assert.All(test.Processes, id => Assert.False(TestProcesses.IsRunning(id)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Pool.ExtractAsync(TestPool.Report()));
    }

    [Fact]
    public void Options_out_of_range_are_refused() => Assert.Throws<ValidationException>(
        () => WorkerPool.Start(new WorkerOptions { Count = 0 }, Program.Command()));
}
