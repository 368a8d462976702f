using System.Net;
using System.Net.Sockets;

namespace Extractor.Api.Webhooks;

/// <summary>Asks what addresses a name stands for.</summary>
internal delegate Task<IPAddress[]> ResolveName(string host, CancellationToken cancellationToken);

/// <summary>A receiver has an address that may not be reached.</summary>
internal sealed class ReceiverRefusedException() : Exception("The receiver has an address that may not be reached.");

/// <summary>
/// Makes the connection to a receiver. The name is asked for once, every address it stands for is judged, and the connection goes to one of exactly
/// these: an answer that changes a moment later (DNS rebinding) changes nothing.
/// </summary>
internal sealed class PinnedConnection(ReceiverPolicy policy, ResolveName resolve)
{
    private const int HeaderKilobytes = 16;

    /// <summary>A handler that connects in this way, follows no redirect, and knows no proxy, cookie or password.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        // Each try judges the receiver anew, and the body of an answer is never read.
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = HeaderKilobytes,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint receiver = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(receiver.Host, out IPAddress? literal) ? [literal] : await resolve(receiver.Host, cancellationToken);
        // One forbidden address among good ones is a trick, or will be one as soon as the good ones do not answer.
        if (!addresses.All(policy.Allows))
        {
            throw new ReceiverRefusedException();
        }

        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, receiver.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
