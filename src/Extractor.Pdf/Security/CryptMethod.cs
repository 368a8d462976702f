namespace Extractor.Pdf.Security;

/// <summary>How strings or streams of a file are encrypted.</summary>
internal enum CryptMethod
{
    /// <summary>Not at all (the crypt filter Identity).</summary>
    None,

    /// <summary>RC4 with a key for each object.</summary>
    Rc4,

    /// <summary>AES-128 with a key for each object.</summary>
    Aes128,

    /// <summary>AES-256 with the file's key.</summary>
    Aes256,
}
