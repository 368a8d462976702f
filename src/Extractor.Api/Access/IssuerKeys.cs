using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Extractor.Api.Access;

/// <summary>Where an issuer's keys come from: its discovery document, fetched anew when a key is not known, or a file.</summary>
internal static class IssuerKeys
{
    private const string DiscoveryPath = "/.well-known/openid-configuration";
    private const int MostBytes = 1 << 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">It is no set of keys.</exception>
    public static IConfigurationManager<OpenIdConnectConfiguration> Of(OidcOptions settings)
    {
        if (string.IsNullOrEmpty(settings.JwksFile))
        {
            var client = new HttpClient { Timeout = LongestWait, MaxResponseContentBufferSize = MostBytes };
            return new ConfigurationManager<OpenIdConnectConfiguration>(
                settings.Authority!.TrimEnd('/') + DiscoveryPath, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(client) { RequireHttps = !settings.AllowHttp })
            {
                // A key the issuer has withdrawn is not good for another hour.
                UseLastKnownGoodConfiguration = false,
            };
        }

        var configuration = new OpenIdConnectConfiguration { Issuer = settings.Issuer ?? settings.Authority };
        foreach (SecurityKey key in Read(settings.JwksFile))
        {
            configuration.SigningKeys.Add(key);
        }

        return new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
    }

    /// <summary>What is wrong with the file; null where nothing is.</summary>
    public static string? Problem(string file)
    {
        try
        {
            return Read(file).Any(key => key is AsymmetricSecurityKey or JsonWebKey { HasPrivateKey: false }) ? null : $"'{file}' holds no public key to check signatures with.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException)
        {
            return $"'{file}' is no set of keys: {exception.Message}";
        }
    }

    private static IList<SecurityKey> Read(string file) => new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys();
}
