namespace Extractor.Storage;

/// <summary>Keeps the bytes of files under their SHA-256.</summary>
public interface IOriginalStore
{
    /// <summary>Keeps a file; when this returns, it is on the disk. A file that is there already is left alone.</summary>
    Task PutAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Whether the file is there; its content is not looked at.</summary>
    Task<bool> ContainsAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>The bytes; null where the file is not there.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were put.</exception>
    Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Removes a file; one that is not there is no error.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>All files, in no order.</summary>
    IAsyncEnumerable<StoredOriginal> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A file that is kept.</summary>
/// <param name="Sha256">Digest of its bytes.</param>
/// <param name="StoredAt">When it was put.</param>
public readonly record struct StoredOriginal(string Sha256, DateTimeOffset StoredAt);
