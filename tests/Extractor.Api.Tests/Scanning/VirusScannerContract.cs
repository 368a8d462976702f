using System.Text;
using Extractor.Campaigns.Scanning;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Scanning;

/// <summary>What a scanner says of files, whoever stands behind it.</summary>
public abstract class VirusScannerContract : IAsyncLifetime
{
    private IAsyncDisposable? _server;
    private IOptions<ScannerOptions> _options = Options.Create(new ScannerOptions());

    /// <summary>Starts what scans.</summary>
    /// <returns>It, its address, and the bytes it takes of one file.</returns>
    private protected abstract (IAsyncDisposable Server, string Address, int Limit) Start();

    private int Limit { get; set; }

    public async Task InitializeAsync()
    {
        (_server, string address, Limit) = Start();
        _options = Options.Create(new ScannerOptions { Address = address, TimeoutSeconds = 60 });
        using var scanner = new ClamdScanner(_options);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await scanner.IsThereAsync(limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 16)]
    [InlineData((1 << 17) + 1)]
    public async Task A_file_nothing_is_known_of_is_clean(int length)
    {
        using var scanner = new ClamdScanner(_options);

        Assert.Equal(new ScanVerdict(ScanOutcome.Clean), await scanner.ScanAsync(Bytes(length), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 16) - 5)]
    [InlineData(300_000)]
    public async Task A_signature_is_found_wherever_it_stands(int place)
    {
        using var scanner = new ClamdScanner(_options);
        byte[] bytes = Bytes(400_000);
        Encoding.ASCII.GetBytes(FakeClamd.Marker).CopyTo(bytes, place);

        ScanVerdict verdict = await scanner.ScanAsync(bytes, default);

        Assert.Equal(ScanOutcome.Infected, verdict.Outcome);
        Assert.StartsWith("Extractor.Test", verdict.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_the_scanner_takes_is_told_so()
    {
        using var scanner = new ClamdScanner(_options);

        Assert.Equal(ScanOutcome.TooLarge, (await scanner.ScanAsync(Bytes(Limit + 200_000), default)).Outcome);
    }

    [Fact]
    public async Task Many_files_at_once_get_each_its_own_verdict()
    {
        using var scanner = new ClamdScanner(_options);
        byte[] infected = Encoding.ASCII.GetBytes(FakeClamd.Marker);

        ScanVerdict[] verdicts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => scanner.ScanAsync(i % 3 == 0 ? infected : Bytes(i * 1000), default)));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? ScanOutcome.Infected : ScanOutcome.Clean), verdicts.Select(verdict => verdict.Outcome));
    }

    [Fact]
    public async Task A_scanner_that_has_gone_gives_no_verdict()
    {
        using var scanner = new ClamdScanner(_options);
        await _server!.DisposeAsync();
        _server = null;

        Assert.False(await scanner.IsThereAsync(default));
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scanner.ScanAsync(Bytes(1), default));
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}

public sealed class FakeClamdTests : VirusScannerContract
{
    private protected override (IAsyncDisposable Server, string Address, int Limit) Start()
    {
        var server = new FakeClamd { Limit = 1 << 20 };
        return (server, server.Address, server.Limit);
    }
}

public sealed class RealClamdTests : VirusScannerContract
{
    private protected override (IAsyncDisposable Server, string Address, int Limit) Start()
    {
        var server = new RealClamd();
        return (server, server.Address, RealClamd.Limit);
    }
}
