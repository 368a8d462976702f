using Extractor.Models;

namespace Extractor.Ingest;

/// <summary>Picks the reader for a file by its content and lets it read.</summary>
internal sealed class DocumentIngest(IEnumerable<IDocumentReader> readers)
{
    private readonly IDocumentReader[] _readers = [.. readers];

    /// <summary>Reads a file of any known format.</summary>
    /// <exception cref="UnreadableFileException">The file gives no document; the type says why.</exception>
    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        if (file.Bytes.IsEmpty)
        {
            throw new EmptyFileException(new LocalText("Tệp rỗng; hãy gửi lại tệp gốc.", "The file is empty; send the original again."));
        }

        IDocumentReader reader = _readers.FirstOrDefault(r => r.CanRead(file))
            ?? throw new UnsupportedFormatException(new LocalText(
                "Không nhận ra định dạng tệp; hãy gửi báo cáo dạng .docx, .pdf hoặc .txt.",
                "The file is of no known format; send the report as .docx, .pdf or .txt."));
        return reader.Read(file, cancellationToken);
    }
}
