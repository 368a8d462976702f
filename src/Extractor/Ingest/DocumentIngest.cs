using Extractor.Models;

namespace Extractor.Ingest;

/// <summary>Picks the reader for a file by its content, never by its name, and lets it read.</summary>
internal sealed class DocumentIngest(IEnumerable<IDocumentReader> readers)
{
    private readonly IDocumentReader[] _readers = [.. readers];

    /// <summary>Reads a file of any known format.</summary>
    /// <exception cref="UnreadableFileException">The file gives no document; the type says why.</exception>
    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bytes.Span.IndexOfAnyExcept((byte)0) < 0)
        {
            throw new EmptyFileException(new LocalText("Tệp rỗng; hãy gửi lại tệp gốc.", "The file is empty; send the original again."));
        }

        IDocumentReader reader = Array.Find(_readers, r => r.CanRead(file)) ?? throw Refuse(file);
        return reader.Read(file, cancellationToken);
    }

    private static UnsupportedFormatException Refuse(SourceFile file) =>
        new(ContentSignature.Recognise(file.Bytes.Span) is { } content
            ? new LocalText(
                $"Tệp là {content.Vi}; hãy gửi báo cáo dạng .docx, .pdf hoặc .txt.",
                $"The file is {content.En}; send the report as .docx, .pdf or .txt.")
            : new LocalText(
                "Không nhận ra định dạng tệp; hãy gửi báo cáo dạng .docx, .pdf hoặc .txt.",
                "The file is of no known format; send the report as .docx, .pdf or .txt."));
}
