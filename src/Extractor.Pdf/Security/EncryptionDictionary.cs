using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Security;

/// <summary>The entries of the standard security handler's dictionary (ISO 32000-2, 7.6.4), each made safe to use.</summary>
internal sealed class EncryptionDictionary
{
    private readonly PdfDictionary _dictionary;

    public EncryptionDictionary(PdfDictionary dictionary, byte[] fileId)
    {
        _dictionary = dictionary;
        FileId = fileId;
        Version = dictionary.GetInteger("V");
        Revision = dictionary.GetInteger("R");
        Permissions = unchecked((int)(long)Math.Clamp(dictionary.GetNumber("P"), int.MinValue, uint.MaxValue));
        EncryptsMetadata = dictionary.GetBoolean("EncryptMetadata", true);
        int hashLength = Revision >= 5 ? 48 : 32;
        Owner = Bytes("O", hashLength);
        User = Bytes("U", hashLength);
        OwnerKey = Bytes("OE", 32);
        UserKey = Bytes("UE", 32);
        StreamMethod = MethodOf(dictionary.GetName("StmF"));
        StringMethod = MethodOf(dictionary.GetName("StrF"));
    }

    public int Version { get; }

    public int Revision { get; }

    public int Permissions { get; }

    public bool EncryptsMetadata { get; }

    public byte[] FileId { get; }

    public byte[] Owner { get; }

    public byte[] User { get; }

    public byte[] OwnerKey { get; }

    public byte[] UserKey { get; }

    public CryptMethod StreamMethod { get; }

    public CryptMethod StringMethod { get; }

    public bool IsSupported => _dictionary.GetName("Filter") is "Standard" or null && Version is 1 or 2 or 3 or 4 or 5 && Revision is >= 2 and <= 6;

    /// <summary>Key lengths in bytes to try, the declared one first: producers write bits, bytes or nothing at all.</summary>
    public IEnumerable<int> KeyLengths()
    {
        int declared = _dictionary.GetInteger("Length", Version == 4 ? 128 : 40);
        declared = declared < 40 ? declared * 8 : declared;
        int length = Version == 1 ? 5 : Math.Clamp(declared / 8, 5, 16);
        yield return length;
        if (length != 16)
            yield return 16;
        if (length != 5)
            yield return 5;
    }

    /// <summary>The method of a named crypt filter; before version 4 there is only RC4.</summary>
    public CryptMethod MethodOf(string? filter)
    {
        if (Version < 4)
            return CryptMethod.Rc4;
        PdfDictionary? definition = filter is null or "Identity" ? null : _dictionary.GetDictionary("CF")?.GetDictionary(filter);
        return definition?.GetName("CFM") switch
        {
            "V2" => CryptMethod.Rc4,
            "AESV2" => CryptMethod.Aes128,
            "AESV3" => CryptMethod.Aes256,
            _ => CryptMethod.None,
        };
    }

    /// <summary>The first bytes of a string, filled up with zeros: some producers pad, some cut.</summary>
    private byte[] Bytes(string key, int length)
    {
        byte[] bytes = new byte[length];
        ReadOnlySpan<byte> written = _dictionary[key].AsBytes();
        written[..Math.Min(length, written.Length)].CopyTo(bytes);
        return bytes;
    }
}
