using Extractor.Storage.Databases;

namespace Extractor.Storage.Tests.Databases;

public sealed class SharedWritesTests
{
    private const int Broken = -1;
    private const int Unreachable = -2;
    private const int Most = 16;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int[]> _tried = [];

    [Fact]
    public async Task The_first_goes_at_once_and_who_comes_meanwhile_goes_together()
    {
        await using SharedWrites<int, string> writes = Writes(TimeSpan.Zero);

        string[] answers = await Task.WhenAll(await BehindOneAsync(writes, 2, 3, 4, 5, 6));

        Assert.Equal(["2", "3", "4", "5", "6"], answers);
        Assert.Equal([[1], [2, 3, 4, 5, 6]], _tried);
    }

    [Fact]
    public async Task Who_follows_waits_for_company_until_there_is_enough_of_it()
    {
        await using SharedWrites<int, string> writes = Writes(Long);
        Task<string>[] some = await BehindOneAsync(writes, [.. Enumerable.Range(2, Most - 1)]);

        Assert.DoesNotContain(some, one => one.IsCompleted);
        Assert.Equal($"{Most + 1}", await writes.WriteAsync(Most + 1));
        await Task.WhenAll(some);

        Assert.Equal([[1], [.. Enumerable.Range(2, Most)]], _tried);
    }

    [Fact]
    public async Task Many_are_written_in_several_lots_and_each_once()
    {
        await using SharedWrites<int, string> writes = Writes(TimeSpan.Zero);

        string[] answers = await Task.WhenAll(await BehindOneAsync(writes, [.. Enumerable.Range(2, 40)]));

        Assert.Equal(Enumerable.Range(2, 40).Select(Answer), answers);
        Assert.Equal([1, Most, Most, 40 - (2 * Most)], _tried.Select(lot => lot.Length));
    }

    [Fact]
    public async Task A_piece_that_cannot_be_written_takes_no_other_with_it()
    {
        await using SharedWrites<int, string> writes = Writes(TimeSpan.Zero);

        Task<string>[] together = await BehindOneAsync(writes, 2, Broken, 3);

        Assert.Equal("2", await together[0]);
        await Assert.ThrowsAsync<FormatException>(() => together[1]);
        Assert.Equal("3", await together[2]);
        Assert.Equal([[1], [2, Broken, 3], [2], [Broken], [3]], _tried);
    }

    [Fact]
    public async Task An_error_of_none_of_them_is_told_to_all_without_another_try()
    {
        await using SharedWrites<int, string> writes = Writes(TimeSpan.Zero);

        foreach (Task<string> one in await BehindOneAsync(writes, 2, Unreachable, 3))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => one);
        }

        Assert.Equal("4", await writes.WriteAsync(4));
        Assert.Equal([[1], [2, Unreachable, 3], [4]], _tried);
    }

    [Fact]
    public async Task What_was_asked_for_is_written_before_the_end()
    {
        SharedWrites<int, string> writes = Writes(TimeSpan.Zero);
        Task<string>[] last = await BehindOneAsync(writes, 2);

        await writes.DisposeAsync();

        Assert.True(last[0].IsCompletedSuccessfully);
    }

    private static string Answer(int piece) => $"{piece}";

    /// <summary>Asks for pieces while the first one is being written.</summary>
    private async Task<Task<string>[]> BehindOneAsync(SharedWrites<int, string> writes, params int[] pieces)
    {
        Task<string> first = writes.WriteAsync(1);
        await _begun.Task;
        Task<string>[] others = [.. pieces.Select(writes.WriteAsync)];
        _gate.SetResult();
        Assert.Equal("1", await first);
        return others;
    }

    private SharedWrites<int, string> Writes(TimeSpan moment) => new(WriteAsync, exception => exception is TimeoutException, Most, moment);

    private async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<int> pieces)
    {
        _tried.Add([.. pieces]);
        _begun.TrySetResult();
        await _gate.Task;
        return pieces.Contains(Unreachable) ? throw new TimeoutException()
            : pieces.Contains(Broken) ? throw new FormatException()
            : [.. pieces.Select(Answer)];
    }
}
