using System.Buffers.Binary;

namespace Extractor.Pdf.Security;

/// <summary>File keys of revisions 2 to 4, made with MD5 and RC4 (ISO 32000-2, 7.6.4.3 and 7.6.4.4).</summary>
internal static class LegacyKey
{
    private const int HashRounds = 50;
    private const int CipherRounds = 20;

    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The file key when the empty password is the user's or the owner's; null when it is neither.</summary>
    public static byte[]? Find(EncryptionDictionary encryption)
    {
        foreach (int length in encryption.KeyLengths())
        {
            if (FromUserPassword(encryption, Padding, length) is { } userKey)
                return userKey;
            if (FromUserPassword(encryption, UserPasswordFromOwner(encryption, length), length) is { } ownerKey)
                return ownerKey;
        }

        return null;
    }

    /// <summary>Algorithms 2 and 6: the key, if the user entry proves it.</summary>
    private static byte[]? FromUserPassword(EncryptionDictionary encryption, byte[] password, int length)
    {
        Span<byte> trailer = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(trailer, encryption.Permissions);
        bool marksPlainMetadata = encryption.Revision >= 4 && !encryption.EncryptsMetadata;
        byte[] input = [.. password, .. encryption.Owner, .. trailer, .. encryption.FileId];
        byte[] key = Md5.Hash(marksPlainMetadata ? [.. input, 0xFF, 0xFF, 0xFF, 0xFF] : input);
        for (int i = 0; encryption.Revision >= 3 && i < HashRounds; i++)
            key = Md5.Hash(key.AsSpan(0, length));
        key = key[..length];

        byte[] proof = UserProof(encryption, key);
        return encryption.User.AsSpan().StartsWith(proof) ? key : null;
    }

    /// <summary>Algorithms 4 and 5: what the user entry must start with.</summary>
    private static byte[] UserProof(EncryptionDictionary encryption, byte[] key)
    {
        if (encryption.Revision == 2)
        {
            byte[] whole = new byte[32];
            Rc4.Transform(key, Padding, whole);
            return whole;
        }

        byte[] proof = Md5.Hash([.. Padding, .. encryption.FileId]);
        for (int round = 0; round < CipherRounds; round++)
            Rc4.Transform(Mixed(key, round), proof, proof);
        return proof;
    }

    /// <summary>Algorithm 7: the user password inside the owner entry, if the empty password is the owner's.</summary>
    private static byte[] UserPasswordFromOwner(EncryptionDictionary encryption, int length)
    {
        byte[] key = Md5.Hash(Padding);
        for (int i = 0; encryption.Revision >= 3 && i < HashRounds; i++)
            key = Md5.Hash(key);
        key = key[..length];

        byte[] password = (byte[])encryption.Owner.Clone();
        for (int round = encryption.Revision == 2 ? 0 : CipherRounds - 1; round >= 0; round--)
            Rc4.Transform(Mixed(key, round), password, password);
        return password;
    }

    private static byte[] Mixed(byte[] key, int round) => Array.ConvertAll(key, part => (byte)(part ^ round));
}
