using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>Tells the OLE compound files (MS-CFB) that people take for a .docx: the old .doc and the encrypted .docx.</summary>
internal static class CompoundFile
{
    /// <summary>Whether the bytes are a compound file that holds a word processing document or an encrypted package.</summary>
    public static bool IsClaimed(ReadOnlySpan<byte> bytes) => HasSignature(bytes) && (IsEncrypted(bytes) || HasStream(bytes, "WordDocument"));

    /// <summary>Names the reason why such a file gives no document.</summary>
    public static UnreadableFileException Explain(ReadOnlySpan<byte> bytes) => IsEncrypted(bytes)
        ? new EncryptedFileException(DocxText.Encrypted)
        : new UnsupportedFormatException(DocxText.OldFormat);

    private static bool HasSignature(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static bool IsEncrypted(ReadOnlySpan<byte> bytes) => HasStream(bytes, "EncryptedPackage");

    // Directory entries hold their names in UTF-16; looking for the name alone also works where the sector chain is damaged.
    private static bool HasStream(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
