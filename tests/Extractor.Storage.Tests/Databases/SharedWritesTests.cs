using Extractor.Storage.Databases;

namespace Extractor.Storage.Tests.Databases;

public sealed class SharedWritesTests
{
    private const int Broken = -1;
    private const int Unreachable = -2;

    private readonly List<int[]> _written = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _gate;

    [Fact]
    public async Task The_first_goes_at_once_and_who_comes_meanwhile_goes_together()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using SharedWrites<int, string> writes = Writes();

        Task<string> first = writes.WriteAsync(1);
        await _begun.Task;
        Task<string>[] others = [.. Enumerable.Range(2, 5).Select(writes.WriteAsync)];
        _gate.SetResult();

        Assert.Equal("1", await first);
        Assert.Equal(["2", "3", "4", "5", "6"], await Task.WhenAll(others));
        Assert.Equal([[1], [2, 3, 4, 5, 6]], _written);
    }

    [Fact]
    public async Task Many_are_written_in_several_lots_and_each_once()
    {
        await using SharedWrites<int, string> writes = Writes();

        string[] answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(writes.WriteAsync));

        Assert.Equal(Enumerable.Range(1, 100).Select(Answer), answers);
        Assert.Equal(Enumerable.Range(1, 100), _written.SelectMany(lot => lot).Order());
        Assert.All(_written, lot => Assert.InRange(lot.Length, 1, 16));
        Assert.InRange(_written.Count, 7, 20);
    }

    [Fact]
    public async Task A_piece_that_cannot_be_written_takes_no_other_with_it()
    {
        await using SharedWrites<int, string> writes = Writes();
        await writes.WriteAsync(1);

        Task<string>[] together = [.. new[] { 2, Broken, 3 }.Select(writes.WriteAsync)];

        Assert.Equal("2", await together[0]);
        await Assert.ThrowsAsync<FormatException>(() => together[1]);
        Assert.Equal("3", await together[2]);
        Assert.Equal([[1], [2], [3]], _written);
    }

    [Fact]
    public async Task An_error_of_none_of_them_is_told_to_all_without_another_try()
    {
        await using SharedWrites<int, string> writes = Writes();
        await writes.WriteAsync(1);

        Task<string>[] together = [.. new[] { 2, Unreachable, 3 }.Select(writes.WriteAsync)];

        foreach (Task<string> one in together)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => one);
        }

        Assert.Equal("4", await writes.WriteAsync(4));
        Assert.Equal([[1], [4]], _written);
    }

    [Fact]
    public async Task What_was_asked_for_is_written_before_the_end()
    {
        SharedWrites<int, string> writes = Writes();
        await writes.WriteAsync(1);
        Task<string> last = writes.WriteAsync(2);

        await writes.DisposeAsync();

        Assert.True(last.IsCompletedSuccessfully);
        Assert.Equal([[1], [2]], _written);
    }

    private static string Answer(int piece) => $"{piece}";

    private SharedWrites<int, string> Writes() => new(WriteAsync, exception => exception is TimeoutException);

    private async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<int> pieces)
    {
        _begun.TrySetResult();
        if (_gate is not null)
        {
            await _gate.Task;
        }

        if (pieces.Contains(Unreachable))
        {
            throw new TimeoutException();
        }

        if (pieces.Contains(Broken))
        {
            throw new FormatException();
        }

        _written.Add([.. pieces]);
        return [.. pieces.Select(Answer)];
    }
}
