using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Extractor.Api.Webhooks;

/// <summary>Makes secrets and signs with them, as the Standard Webhooks specification (version 1) says, so that receivers can use its libraries.</summary>
internal sealed class WebhookSecret(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const string SignatureVersion = "v1,";
    private const int Bytes = 32;

    // A copy of the database alone is not enough to sign: the key of this protection is a file beside it.
    private readonly IDataProtector _protector = protection.CreateProtector("Extractor.Webhooks.Secret.v1");

    /// <summary>Makes a secret.</summary>
    /// <returns>Its text, which is shown once, and what is stored of it.</returns>
    public (string Text, byte[] Stored) Create()
    {
        byte[] secret = RandomNumberGenerator.GetBytes(Bytes);
        return (Prefix + Convert.ToBase64String(secret), _protector.Protect(secret));
    }

    /// <summary>The signature of a message.</summary>
    public static string SignatureOf(byte[] secret, string id, DateTimeOffset at, string body)
    {
        string signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}");
        return SignatureVersion + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)));
    }

    /// <summary>The signatures of a message, one for each secret in force.</summary>
    /// <exception cref="CryptographicException">A secret was protected with a key that is gone.</exception>
    public string Sign(WebhookSecrets secrets, string id, DateTimeOffset at, string body) => string.Join(
        ' ', new[] { secrets.Current, secrets.Previous }.OfType<byte[]>().Select(secret => SignatureOf(_protector.Unprotect(secret), id, at, body)));
}
