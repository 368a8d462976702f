namespace Extractor;

/// <summary>Turns the bytes of one file format into a <see cref="Document"/>.</summary>
public interface IDocumentReader
{
    /// <summary>Whether the content (not the name) is of this reader's format; exactly one reader claims a file.</summary>
    bool CanRead(SourceFile file);

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableFileException">The file gives no document; the type says why.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Document Read(SourceFile file, CancellationToken cancellationToken);
}
