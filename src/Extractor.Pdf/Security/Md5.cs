using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Extractor.Pdf.Security;

/// <summary>MD5, which the older encryption of PDF is made of.</summary>
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The format prescribes it; nothing is protected by it here.")]
internal static class Md5
{
    public static byte[] Hash(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
}
