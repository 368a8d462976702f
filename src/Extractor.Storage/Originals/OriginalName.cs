namespace Extractor.Storage.Originals;

/// <summary>Names of originals: nothing but a digest, so that no name leads anywhere else.</summary>
internal static class OriginalName
{
    private const int Length = 64;

    public static bool IsDigest(string name) => name.Length == Length && name.All(char.IsAsciiHexDigitLower);

    /// <exception cref="ArgumentException">It is no digest.</exception>
    public static string Check(string name) => IsDigest(name) ? name : throw new ArgumentException("Not the digest of a file.", nameof(name));
}
