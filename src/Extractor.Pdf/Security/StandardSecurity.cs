using System.Security.Cryptography;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Security;

/// <summary>The standard security handler, opened with the empty password.</summary>
internal sealed class StandardSecurity
{
    private const int BlockSize = 16;
    private readonly EncryptionDictionary _encryption;
    private readonly byte[] _key;

    private StandardSecurity(EncryptionDictionary encryption, byte[] key)
    {
        _encryption = encryption;
        _key = key;
    }

    /// <summary>Whether strings are encrypted at all.</summary>
    public bool DecryptsStrings => _encryption.StringMethod != CryptMethod.None;

    /// <summary>Finds the file key.</summary>
    /// <exception cref="PdfException">The handler is unknown, or neither password is empty.</exception>
    public static StandardSecurity Open(PdfDictionary dictionary, byte[] fileId)
    {
        var encryption = new EncryptionDictionary(dictionary, fileId);
        if (!encryption.IsSupported)
            throw new PdfException(PdfError.Encrypted, "The file is encrypted by a handler that is not known.");
        // Only attachments are encrypted then, and nobody asks for those here.
        if (encryption is { StreamMethod: CryptMethod.None, StringMethod: CryptMethod.None })
            return new StandardSecurity(encryption, []);
        byte[]? key = encryption.Revision >= 5 ? Aes256Key.Find(encryption) : LegacyKey.Find(encryption);
        return key is null
            ? throw new PdfException(PdfError.Encrypted, "The file is encrypted; opening it needs a password.")
            : new StandardSecurity(encryption, key);
    }

    /// <summary>Decrypts a string of an object.</summary>
    public byte[] DecryptString(ReadOnlyMemory<byte> bytes, int number, int generation) =>
        Decrypt(bytes, _encryption.StringMethod, number, generation);

    /// <summary>Decrypts a stream, unless its kind or its crypt filter leaves it plain.</summary>
    public ReadOnlyMemory<byte> DecryptStream(PdfStream stream)
    {
        CryptMethod method = MethodOf(stream.Dictionary);
        return method == CryptMethod.None ? stream.Raw : Decrypt(stream.Raw, method, stream.Number, stream.Generation);
    }

    private CryptMethod MethodOf(PdfDictionary stream)
    {
        string? type = stream.GetName("Type");
        if (type == "XRef" || (type == "Metadata" && !_encryption.EncryptsMetadata))
            return CryptMethod.None;

        PdfValue filter = stream["Filter"];
        if ((filter.AsName() ?? filter.AsArray()?[0].AsName()) != "Crypt")
            return _encryption.StreamMethod;
        PdfValue parameters = stream["DecodeParms"];
        PdfDictionary? options = parameters.AsDictionary() ?? parameters.AsArray()?[0].AsDictionary();
        return _encryption.MethodOf(options?.GetName("Name"));
    }

    private byte[] Decrypt(ReadOnlyMemory<byte> bytes, CryptMethod method, int number, int generation)
    {
        switch (method)
        {
            case CryptMethod.Rc4:
                byte[] plain = new byte[bytes.Length];
                Rc4.Transform(ObjectKey(number, generation, isAes: false), bytes.Span, plain);
                return plain;
            case CryptMethod.Aes128:
                return DecryptAes(ObjectKey(number, generation, isAes: true), bytes.Span);
            case CryptMethod.Aes256 when _key.Length == 32:
                return DecryptAes(_key, bytes.Span);
            default:
                return bytes.ToArray();
        }
    }

    /// <summary>Algorithm 1: the file key, five bytes of the object's number and, for AES, a salt.</summary>
    private byte[] ObjectKey(int number, int generation, bool isAes)
    {
        ReadOnlySpan<byte> identity =
        [
            (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8),
        ];
        byte[] hash = Md5.Hash(isAes ? [.. _key, .. identity, .. "sAlT"u8] : [.. _key, .. identity]);
        return isAes ? hash : hash[..Math.Min(_key.Length + 5, 16)];
    }

    /// <summary>CBC with the first block as start value; a damaged end or padding costs only the last block.</summary>
    private static byte[] DecryptAes(byte[] key, ReadOnlySpan<byte> bytes)
    {
        int length = (bytes.Length / BlockSize * BlockSize) - BlockSize;
        if (length <= 0)
            return [];
        using var aes = Aes.Create();
        aes.Key = key;
        byte[] plain = aes.DecryptCbc(bytes.Slice(BlockSize, length), bytes[..BlockSize], PaddingMode.None);
        byte padding = plain[^1];
        return padding is >= 1 and <= BlockSize ? plain[..^padding] : plain;
    }
}
