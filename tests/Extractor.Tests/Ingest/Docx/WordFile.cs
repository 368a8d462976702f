using System.IO.Compression;
using System.Text;
using Extractor.Ingest.Docx;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Docx;

/// <summary>Small word processing files for tests, written part by part so that the markup under test can be seen.</summary>
internal sealed class WordFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string ContentTypes =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{0}"/></Types>
        """;

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly List<string> _relationships = [];

    public WordFile(
        string body, string wordNamespace = Transitional,
        string contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    {
        Namespace = wordNamespace;
        _parts["[Content_Types].xml"] = ContentTypes.Replace("{0}", contentType, StringComparison.Ordinal);
        _parts["_rels/.rels"] = Relationships("""<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>""");
        _parts["word/document.xml"] = Root("document", $"<w:body>{body}</w:body>");
    }

    public string Namespace { get; }

    public WordFile With(string type, string root, string content, string id = "", string target = "")
    {
        string name = target.Length > 0 ? target : type + ".xml";
        _parts["word/" + name] = Root(root, content);
        _relationships.Add($"""<Relationship Id="{(id.Length > 0 ? id : type)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{name}"/>""");

        return this;
    }

    public WordFile WithRelationship(string xml)
    {
        _relationships.Add(xml);
        return this;
    }

    public WordFile WithPart(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    public SourceFile ToSource()
    {
        _parts["word/_rels/document.xml.rels"] = Relationships(string.Concat(_relationships));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in _parts)
            {
                using Stream part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return new SourceFile("test.docx", stream.ToArray());
    }

    public Document Read(DocxOptions? options = null) => Reader(options).Read(ToSource(), CancellationToken.None);

    public static DocxReader Reader(DocxOptions? options = null) => new(Options.Create(options ?? new DocxOptions()));

    /// <summary>A paragraph of plain text.</summary>
    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    /// <summary>A run of plain text.</summary>
    public static string R(string text, string properties = "") =>
        $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    /// <summary>A cell.</summary>
    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static string Relationships(string content) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>""";

    private string Root(string name, string content) =>
        $"""<w:{name} xmlns:w="{Namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="urn:a">{content}</w:{name}>""";
}
