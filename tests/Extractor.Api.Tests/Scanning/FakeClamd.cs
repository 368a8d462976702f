using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Api.Tests.Scanning;

/// <summary>Plays a clamd on a port of loopback: finds a marker as a signature, or answers whatever a test has it say.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    /// <summary>What is found in a file.</summary>
    public const string Marker = "extractor-test-marker-7c0e";

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly Task _listening;
    private int _scans;

    public FakeClamd(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>Bytes it takes of one file.</summary>
    public int Limit { get; init; } = 100 << 20;

    /// <summary>What it says instead of its verdict; nothing at all before it closes the connection where this is empty.</summary>
    public string? Reply { get; set; }

    /// <summary>Says it as soon as the first chunk is there.</summary>
    public bool IsHasty { get; init; }

    /// <summary>Takes the file and then says nothing and closes nothing.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Takes nothing of the file.</summary>
    public bool IsDeaf { get; init; }

    public int Scans => Volatile.Read(ref _scans);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await Task.WhenAny(_listening);
        await Task.WhenAny(Task.WhenAll(_talks));
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
            _talks.Add(TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            string command = await ReadCommandAsync(stream);
            string? answer = command switch
            {
                "zPING" => "PONG",
                "zINSTREAM" => await ScanAsync(stream),
                _ => "UNKNOWN COMMAND",
            };
            if (!string.IsNullOrEmpty(answer))
            {
                // A test that ends its answer itself may want it cut.
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer.Contains('|', StringComparison.Ordinal) ? answer.Split('|')[0] : answer + "\0"), _end.Token);
            }
        }
    }

    private async Task<string> ReadCommandAsync(NetworkStream stream)
    {
        var command = new StringBuilder();
        byte[] one = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(one, _end.Token);
            if (one[0] == 0)
            {
                return command.ToString();
            }

            command.Append((char)one[0]);
        }
    }

    private async Task<string?> ScanAsync(NetworkStream stream)
    {
        Interlocked.Increment(ref _scans);
        if (IsDeaf)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        using var content = new MemoryStream();
        byte[] length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            int chunk = BinaryPrimitives.ReadInt32BigEndian(length);
            if (content.Length + chunk > Limit)
            {
                return "INSTREAM size limit exceeded. ERROR";
            }

            if (chunk == 0)
            {
                break;
            }

            byte[] bytes = new byte[chunk];
            await stream.ReadExactlyAsync(bytes, _end.Token);
            content.Write(bytes);
            if (IsHasty)
            {
                break;
            }
        }

        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        return Reply ?? (content.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Marker)) >= 0 ? "stream: Extractor.Test FOUND" : "stream: OK");
    }
}
