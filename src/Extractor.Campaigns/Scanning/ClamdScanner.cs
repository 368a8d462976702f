using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns.Scanning;

/// <summary>
/// Asks a clamd over its INSTREAM command (clamd(8)): the file goes in chunks, each behind its length, and is never written to a disk here. Whatever is not
/// clearly a verdict on the whole file is none.
/// </summary>
public sealed class ClamdScanner : IVirusScanner, IDisposable
{
    private const int ChunkBytes = 1 << 16;
    private const int MostReply = 4096;
    private const int MostSignature = 100;
    private const string Answer = "stream: ";
    private const string Found = " FOUND";
    private const string SizeExceeded = "INSTREAM size limit exceeded";

    private readonly EndPoint? _address;
    private readonly TimeSpan _timeout;
    private readonly SemaphoreSlim _places;

    /// <summary>A scanner for some options; nothing is connected yet.</summary>
    public ClamdScanner(IOptions<ScannerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Value.TryReadAddress(out _address);
        _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        _places = new SemaphoreSlim(options.Value.MaxAtOnce);
    }

    /// <inheritdoc/>
    public Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => WithinTimeAsync(
        async token =>
        {
            await _places.WaitAsync(token).ConfigureAwait(false);
            try
            {
                return await AskAsync(stream => SendAsync(stream, bytes, token), token).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await WithinTimeAsync(
                token => AskAsync(
                    async stream =>
                    {
                        await stream.WriteAsync("zPING\0"u8.ToArray(), token).ConfigureAwait(false);
                        return await ReadReplyAsync(stream, token).ConfigureAwait(false) == "PONG";
                    }, token), cancellationToken).ConfigureAwait(false);
        }
        catch (ScannerUnavailableException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static async Task<ScanVerdict> SendAsync(NetworkStream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // A scanner that has had enough says so and closes its side while the file is still being sent.
        Task<string> reply = ReadReplyAsync(stream, cancellationToken);
        bool isWhole = false;
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            byte[] length = new byte[sizeof(int)];
            for (int at = 0; at < bytes.Length && !reply.IsCompleted; at += ChunkBytes)
            {
                ReadOnlyMemory<byte> chunk = bytes.Slice(at, Math.Min(ChunkBytes, bytes.Length - at));
                BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
                await stream.WriteAsync(length, cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
            }

            if (!reply.IsCompleted)
            {
                isWhole = true;
                await stream.WriteAsync(new byte[sizeof(int)], cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // What it said before it closed tells why; where it said nothing, the reading fails too.
            isWhole = false;
        }

        return VerdictOf(await reply.ConfigureAwait(false), isWhole);
    }

    private static ScanVerdict VerdictOf(string reply, bool isWhole) => reply switch
    {
        Answer + "OK" when isWhole => new ScanVerdict(ScanOutcome.Clean),
        _ when reply.Length > Answer.Length + Found.Length && reply.StartsWith(Answer, StringComparison.Ordinal) && reply.EndsWith(Found, StringComparison.Ordinal) =>
            new ScanVerdict(ScanOutcome.Infected, Clean(reply[Answer.Length..^Found.Length])),
        _ when reply.StartsWith(SizeExceeded, StringComparison.Ordinal) => new ScanVerdict(ScanOutcome.TooLarge),
        _ => throw new ScannerUnavailableException($"The scanner gave no verdict: {Clean(reply)}"),
    };

    private static async Task<string> ReadReplyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        byte[] reply = new byte[MostReply];
        for (int length = 0; length < reply.Length;)
        {
            int read = await stream.ReadAsync(reply.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException("The scanner cut the connection.");
            }

            length += read;
            // Without the zero at its end a reply may have been cut anywhere.
            if (reply.AsSpan(0, length).IndexOf((byte)0) is >= 0 and int end)
            {
                return Encoding.Latin1.GetString(reply, 0, end);
            }
        }

        throw new IOException("The scanner's answer does not end.");
    }

    private static string Clean(string text) => new([.. text.Where(c => c is >= ' ' and <= '~').Take(MostSignature)]);

    private async Task<T> AskAsync<T>(Func<NetworkStream, Task<T>> ask, CancellationToken cancellationToken)
    {
        EndPoint address = _address ?? throw new ScannerUnavailableException("The address of the scanner is none.");
        using Socket socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
        await using var stream = new NetworkStream(socket);
        return await ask(stream).ConfigureAwait(false);
    }

    private async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            return await work(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new ScannerUnavailableException($"The scanner cannot be asked: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ScannerUnavailableException("The scanner does not answer in time.", exception);
        }
    }
}
