using System.Net;
using System.Net.Sockets;

namespace Extractor.Api.Webhooks;

/// <summary>
/// Tells addresses of the public Internet from all others: this machine, private and local networks, multicast, and everything the IANA registries of
/// special-purpose addresses (RFC 6890) keep apart. IPv6 addresses that carry an IPv4 address are judged by it.
/// </summary>
internal static class PublicAddress
{
    private const int BytesOfV4 = 4;

    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork UnicastV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    // Where in these networks the IPv4 address stands (RFC 6052, RFC 3056).
    private static readonly (IPNetwork Network, int Offset)[] Carriers = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = Plain(address);
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return !SpecialV4.Any(network => network.Contains(plain));
        }

        foreach ((IPNetwork network, int offset) in Carriers)
        {
            if (network.Contains(plain))
            {
                return IsPublic(new IPAddress(plain.GetAddressBytes().AsSpan(offset, BytesOfV4)));
            }
        }

        return plain.AddressFamily == AddressFamily.InterNetworkV6 && UnicastV6.Contains(plain) && !SpecialV6.Any(network => network.Contains(plain));
    }

    /// <summary>The address without IPv6 clothes around an IPv4 address and without the name of an interface.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes())
        : address;
}
