using System.Collections.Immutable;
using System.Xml;
using Extractor.Ingest.Docx.Numbering;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Ingest.Docx;

/// <summary>Reads Office Open XML word processing documents (.docx, .docm, .dotx, .dotm; transitional and strict).</summary>
internal sealed class DocxReader(IOptions<DocxOptions> options) : IDocumentReader
{
    private readonly DocxOptions _options = options.Value;

    /// <inheritdoc/>
    public bool CanRead(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        if (CompoundFile.IsClaimed(bytes))
        {
            return true;
        }

        if (!bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using DocxPackage package = DocxPackage.Open(file.Bytes, _options, CancellationToken.None);
            return package.IsWordProcessing();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or UnreadableFileException)
        {
            // The directory is broken or cut off: the names of parts also stand in front of each, so reading can say what is wrong.
            return bytes.IndexOf("word/document"u8) >= 0;
        }
    }

    /// <inheritdoc/>
    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        if (CompoundFile.IsClaimed(file.Bytes.Span))
        {
            throw CompoundFile.Explain(file.Bytes.Span);
        }

        try
        {
            using DocxPackage package = DocxPackage.Open(file.Bytes, _options, cancellationToken);
            return Read(package, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException)
        {
            throw new DamagedFileException(DocxText.Damaged, exception);
        }
    }

    private static Document Assemble(List<Block> body, DocxPackage package, DocxStory story)
    {
        ImmutableArray<Note> notes = NotesReader.Read(package, story);
        ImmutableArray<PlacedText> furniture = FurnitureReader.Read(package, story, out List<Block> letterhead);
        if (body.Count == 0 && story.Pictures > 0)
        {
            story.Unread.Add(new DocumentGap(null, "noTextLayer", DocxText.PicturesOnly));
        }

        return new Document
        {
            Format = FileFormat.Docx,
            Blocks = [.. letterhead, .. body],
            Notes = notes,
            Furniture = furniture,
            Unread = [.. story.Unread],
        };
    }

    private Document Read(DocxPackage package, CancellationToken cancellationToken)
    {
        if (!package.TryOpen(package.MainPart, out WordXml? xml))
        {
            throw new DamagedFileException(DocxText.Damaged);
        }

        using (xml)
        {
            DocxStyles styles = ReadStyles(package);
            NumberingDefinitions numbering = ReadRelated(package, "numbering", NumberingDefinitions.Read) ?? NumberingDefinitions.None;
            var story = new DocxStory(_options, styles, numbering, cancellationToken);
            ReadRelated(package, "settings", settings => story.NoteReferences.ReadSettings(settings));
            List<Block> body = [];
            int depth = xml.Depth;
            while (xml.NextChild(depth))
            {
                if (xml.Is("body"))
                {
                    body = new BlockReader(xml, story).Read();
                }
            }

            return Assemble(body, package, story);
        }
    }

    private static DocxStyles ReadStyles(DocxPackage package)
    {
        if (!package.TryOpenStyles(out WordXml? xml))
        {
            return DocxStyles.None;
        }

        using (xml)
        {
            return DocxStyles.Read(xml);
        }
    }

    private static T? ReadRelated<T>(DocxPackage package, string type, Func<WordXml, T> read)
        where T : class
    {
        if (!package.TryOpenRelated(type, out WordXml? xml))
        {
            return null;
        }

        using (xml)
        {
            return read(xml);
        }
    }
}
