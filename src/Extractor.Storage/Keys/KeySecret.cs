using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Storage.Keys;

/// <summary>
/// The text of a key: "exk_", the id, "_", 256 random bits. The id finds the row; only a digest of the secret is stored. A plain SHA-256 is enough,
/// because nobody can try 2^256 secrets; slow hashes are for passwords people choose.
/// </summary>
internal static class KeySecret
{
    private const string Prefix = "exk_";
    private const int IdBytes = 8;
    private const int SecretBytes = 32;
    private const int MaxLength = 128;

    public static (string Id, string Text, byte[] Hash) Create()
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (id, $"{Prefix}{id}_{secret}", HashOf(secret));
    }

    /// <summary>Takes a key apart; false where it has not the form of one.</summary>
    public static bool TryRead(string text, out string id, out byte[] hash)
    {
        (id, hash) = ("", []);
        if (text.Length > MaxLength || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text.IndexOf('_', Prefix.Length) is not (>= 0 and int end) || end != Prefix.Length + (2 * IdBytes))
        {
            return false;
        }

        id = text[Prefix.Length..end];
        hash = HashOf(text[(end + 1)..]);
        return true;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
