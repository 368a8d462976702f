using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Extractor.Api.Access;
using Extractor.Api.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Edge;

/// <summary>Bounds the requests of each key, and of each address that shows none; more than that is told when to come back.</summary>
internal static class RateLimits
{
    private const int NetworkBytes = 8;
    private const int LongestWait = 3600;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RateLimitOptions>().Bind(settings.GetSection("RateLimits")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsCheck>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limits.Value), StringComparer.Ordinal);
            limiter.OnRejected = (rejected, _) => throw RateProblem.Limited(WaitOf(rejected.Lease));
        });
        return services;
    }

    /// <summary>Whose requests are counted together: those of a key or of a token's subject, else those of an address.</summary>
    public static string NameOf(HttpContext context) =>
        context.KeyId() is { } key ? "key:" + key : "address:" + NetworkOf(context.Connection.RemoteIpAddress);

    /// <summary>An IPv4 address, or the network of an IPv6 address: whoever has one address there has all of them.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        IPAddress? plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes)) : plain?.ToString() ?? "";
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, RateLimitOptions limits)
    {
        // Somebody who may use an open installation without a key is no stranger.
        bool isKnown = context.User.Identity?.IsAuthenticated == true;
        return RateLimitPartition.GetTokenBucketLimiter((isKnown ? "known " : "") + NameOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = isKnown ? limits.KeyBurst : limits.AddressBurst,
            TokensPerPeriod = isKnown ? limits.KeyPerSecond : limits.AddressPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    private static int WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Clamp((int)Math.Ceiling(wait.TotalSeconds), 1, LongestWait) : 1;
}

/// <summary>What a client is told that comes too often.</summary>
internal static class RateProblem
{
    public static readonly Problem RateLimited = new("rate-limited", 429, new("Quá nhiều yêu cầu", "Too many requests"));

    public static ProblemException Limited(int seconds) => new(RateLimited, new(
        string.Create(CultureInfo.InvariantCulture, $"Hãy gửi lại sau {seconds} giây."),
        string.Create(CultureInfo.InvariantCulture, $"Send it again in {seconds} s.")))
    {
        RetryAfterSeconds = seconds,
    };
}
