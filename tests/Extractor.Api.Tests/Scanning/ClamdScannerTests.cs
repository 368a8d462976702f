using System.ComponentModel.DataAnnotations;
using Extractor.Campaigns.Scanning;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Scanning;

/// <summary>Scanners that are slow, cut off or say strange things.</summary>
public sealed class ClamdScannerTests
{
    private static readonly byte[] Large = new byte[8 << 20];

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("stream: ok")]
    [InlineData("stream: OK ")]
    [InlineData("stream: FOUND")]
    [InlineData("stream:  FOUN")]
    [InlineData("stream: OK|cut before its zero")]
    [InlineData("stream: Can't allocate memory ERROR")]
    [InlineData("\u00FF\u00FE\u0001")]
    [InlineData("UNKNOWN COMMAND")]
    public async Task Whatever_is_no_verdict_lets_no_file_through(string reply)
    {
        await using var server = new FakeClamd { Reply = reply };
        using ClamdScanner scanner = Scanner(server);

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scanner.ScanAsync("text"u8.ToArray(), default));
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scanner.ScanAsync(Large, default));
        Assert.True(await scanner.IsThereAsync(default));
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up()
    {
        await using var server = new FakeClamd { Reply = new string('x', 1 << 20) + "|" };
        using ClamdScanner scanner = Scanner(server);

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scanner.ScanAsync("text"u8.ToArray(), default));
    }

    [Fact]
    public async Task A_verdict_before_the_whole_file_was_sent_counts_only_against_it()
    {
        await using var hasty = new FakeClamd { IsHasty = true };
        using ClamdScanner scanner = Scanner(hasty);

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scanner.ScanAsync(Large, default));
        hasty.Reply = "stream: Test.Early FOUND";
        Assert.Equal(new ScanVerdict(ScanOutcome.Infected, "Test.Early"), await scanner.ScanAsync(Large, default));
    }

    [Fact]
    public async Task A_signature_cannot_bring_characters_of_its_own()
    {
        await using var server = new FakeClamd { Reply = "stream: a\r\nb\u001B[31m" + new string('c', 500) + " FOUND" };
        using ClamdScanner scanner = Scanner(server);

        Assert.Equal("ab[31m" + new string('c', 94), (await scanner.ScanAsync("text"u8.ToArray(), default)).Signature);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scanner_that_says_or_takes_nothing_is_given_up_in_time(bool isDeaf)
    {
        await using var server = new FakeClamd { IsDeaf = isDeaf, IsSilent = !isDeaf };
        using var scanner = new ClamdScanner(Options.Create(new ScannerOptions { Address = server.Address, TimeoutSeconds = 0.3, MaxAtOnce = 1 }));

        // Those that wait for the first one are given up too.
        Task<ScanVerdict>[] scans = [.. Enumerable.Range(0, 3).Select(_ => scanner.ScanAsync(Large, default))];
        foreach (Task<ScanVerdict> scan in scans)
        {
            await Assert.ThrowsAsync<ScannerUnavailableException>(() => scan);
        }
    }

    [Fact]
    public async Task Whoever_goes_away_is_not_told_that_the_scanner_has()
    {
        await using var server = new FakeClamd { IsSilent = true };
        using ClamdScanner scanner = Scanner(server);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanner.ScanAsync("text"u8.ToArray(), gone.Token));
    }

    [Theory]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("clamd:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("clamd", false)]
    [InlineData("clamd.ctl", false)]
    [InlineData("127.0.0.1:0", false)]
    [InlineData("127.0.0.1:99999", false)]
    [InlineData("http://clamd:3310", false)]
    [InlineData("a@clamd:3310", false)]
    [InlineData("clamd:3310/x", false)]
    public void An_address_is_a_socket_or_a_host_and_port(string address, bool isOne)
    {
        var options = new ScannerOptions { Address = address };

        Assert.Equal(isOne, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }

    private static ClamdScanner Scanner(FakeClamd server) => new(Options.Create(new ScannerOptions { Address = server.Address, TimeoutSeconds = 30 }));
}
