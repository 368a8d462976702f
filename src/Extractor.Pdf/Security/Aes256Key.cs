using System.Security.Cryptography;

namespace Extractor.Pdf.Security;

/// <summary>File keys of revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3): the entries hold a hash, two salts and the wrapped key.</summary>
internal static class Aes256Key
{
    private const int HashLength = 32;
    private const int SaltLength = 8;
    private const int LeastRounds = 64;

    /// <summary>The file key when the empty password is the user's or the owner's; null when it is neither.</summary>
    public static byte[]? Find(EncryptionDictionary encryption) =>
        Unwrap(encryption.User, encryption.UserKey, [], encryption.Revision)
        ?? Unwrap(encryption.Owner, encryption.OwnerKey, encryption.User, encryption.Revision);

    private static byte[]? Unwrap(byte[] entry, byte[] wrappedKey, byte[] userEntry, int revision)
    {
        byte[] validationSalt = entry[HashLength..(HashLength + SaltLength)];
        byte[] keySalt = entry[(HashLength + SaltLength)..(HashLength + (2 * SaltLength))];
        if (!Hash(validationSalt, userEntry, revision).AsSpan().SequenceEqual(entry.AsSpan(0, HashLength)))
            return null;

        using var aes = Aes.Create();
        aes.Key = Hash(keySalt, userEntry, revision);
        return aes.DecryptCbc(wrappedKey, new byte[16], PaddingMode.None);
    }

    /// <summary>Algorithm 2.B for the empty password; revision 5 is the first SHA-256 alone.</summary>
    private static byte[] Hash(byte[] salt, byte[] userEntry, int revision)
    {
        byte[] hash = SHA256.HashData([.. salt, .. userEntry]);
        if (revision < 6)
            return hash;

        byte[] encrypted = [];
        for (int round = 0; round < LeastRounds || encrypted[^1] > round - 32; round++)
            (hash, encrypted) = NextRound(hash, userEntry);
        return hash[..HashLength];
    }

    private static (byte[] Hash, byte[] Encrypted) NextRound(byte[] hash, byte[] userEntry)
    {
        byte[] once = [.. hash, .. userEntry];
        byte[] repeated = new byte[once.Length * 64];
        for (int i = 0; i < 64; i++)
            once.CopyTo(repeated, i * once.Length);

        using var aes = Aes.Create();
        aes.Key = hash[..16];
        byte[] encrypted = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);
        // The first 16 bytes as a number modulo 3; since 256 mod 3 is 1, the sum of the bytes will do.
        int remainder = 0;
        foreach (byte part in encrypted.AsSpan(0, 16))
            remainder += part;
        byte[] next = (remainder % 3) switch
        {
            0 => SHA256.HashData(encrypted),
            1 => SHA384.HashData(encrypted),
            _ => SHA512.HashData(encrypted),
        };
        return (next, encrypted);
    }
}
