using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Xml;

namespace Extractor.Ingest.Docx;

/// <summary>
/// The parts of a package and how they hang together. ZipArchive and XmlReader instead of the Open XML SDK: see the decision record on reading .docx.
/// Relationships that lead out of the package are dropped on sight, so nothing external can ever be opened.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const int LargestStylesCut = 4 << 20;

    private readonly ZipArchive _archive;
    private readonly DocxOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, (string Type, string Part)>? _relationships;

    private DocxPackage(ZipArchive archive, DocxOptions options, CancellationToken cancellationToken)
    {
        _archive = archive;
        _options = options;
        _cancellationToken = cancellationToken;
        if (archive.Entries.Count > options.MaxEntries)
        {
            throw DocxLimit.Entries(options.MaxEntries);
        }

        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        MainPart = ReadRelationships("").FirstOrDefault(r => IsOfType(r.Type, "officeDocument")).Part ?? "word/document.xml";
    }

    /// <summary>Name of the part that holds the body.</summary>
    public string MainPart { get; }

    // Read when asked for: to tell what a package is they are not needed.
    private Dictionary<string, (string Type, string Part)> Relationships
    {
        get
        {
            if (_relationships is null)
            {
                _relationships = new(StringComparer.Ordinal);
                foreach ((string id, string type, string part) in _parts.ContainsKey(MainPart) ? ReadRelationships(MainPart) : [])
                {
                    _relationships.TryAdd(id, (type, part));
                }
            }

            return _relationships;
        }
    }

    /// <summary>Opens a package; throws <see cref="InvalidDataException"/> where its directory cannot be read.</summary>
    public static DocxPackage Open(ReadOnlyMemory<byte> bytes, DocxOptions options, CancellationToken cancellationToken)
    {
        var archive = new ZipArchive(new ReadOnlyMemoryStream(bytes), ZipArchiveMode.Read);
        try
        {
            return new DocxPackage(archive, options, cancellationToken);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Whether the main part is there and of word processing, by its content type or, failing that, by its usual name.</summary>
    public bool IsWordProcessing()
    {
        if (!_parts.ContainsKey(MainPart))
        {
            return false;
        }

        if (!TryOpen("[Content_Types].xml", out WordXml? xml))
        {
            return MainPart.StartsWith("word/", StringComparison.OrdinalIgnoreCase);
        }

        using (xml)
        {
            string? byExtension = null;
            string extension = Path.GetExtension(MainPart).TrimStart('.');
            int depth = xml.Depth;
            while (xml.NextChild(depth))
            {
                string type = xml.Attribute("ContentType") ?? "";
                if (xml.Name == "Override" && string.Equals(xml.Attribute("PartName")?.TrimStart('/'), MainPart, StringComparison.OrdinalIgnoreCase))
                {
                    return IsWordProcessingType(type);
                }

                if (xml.Name == "Default" && string.Equals(xml.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase))
                {
                    byExtension = type;
                }
            }

            return byExtension is not null && IsWordProcessingType(byExtension);
        }
    }

    /// <summary>Opens the part the main part refers to with a relationship of this type, such as "styles".</summary>
    public bool TryOpenRelated(string type, [NotNullWhen(true)] out WordXml? xml)
    {
        foreach ((string relationshipType, string part) in Relationships.Values)
        {
            if (IsOfType(relationshipType, type))
            {
                return TryOpen(part, out xml);
            }
        }

        xml = null;
        return false;
    }

    /// <summary>Opens the styles, without those of tables.</summary>
    public bool TryOpenStyles([NotNullWhen(true)] out WordXml? xml)
    {
        string? name = Relationships.Values.FirstOrDefault(r => IsOfType(r.Type, "styles")).Part;
        if (name is not null && _parts.TryGetValue(name, out ZipArchiveEntry? entry) && entry.Length is > 0 and <= LargestStylesCut)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent((int)entry.Length);
            Span<byte> part = rented.AsSpan(0, (int)entry.Length);
            using var stream = new BoundedStream(entry.Open(), _options.MaxPartBytes, _cancellationToken);
            // The length a package states cannot be trusted.
            if (stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) == part.Length && stream.ReadByte() < 0)
            {
                xml = new WordXml(new RentedStream(rented, UnreadStyles.Cut(part)), _options);
                return true;
            }

            ArrayPool<byte>.Shared.Return(rented);
        }

        return TryOpenRelated("styles", out xml);
    }

    /// <summary>Opens the part the main part refers to by this relationship id.</summary>
    public bool TryOpenById(string id, [NotNullWhen(true)] out WordXml? xml)
    {
        xml = null;
        return Relationships.TryGetValue(id, out (string Type, string Part) target) && TryOpen(target.Part, out xml);
    }

    /// <summary>Opens a part by its name.</summary>
    public bool TryOpen(string part, [NotNullWhen(true)] out WordXml? xml)
    {
        xml = null;
        if (!_parts.TryGetValue(part, out ZipArchiveEntry? entry))
        {
            return false;
        }

        Stream stream = new BoundedStream(entry.Open(), _options.MaxPartBytes, _cancellationToken);
        try
        {
            xml = new WordXml(stream, _options);
            return true;
        }
        catch (XmlException)
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => _archive.Dispose();

    // Strict and transitional relationship types differ in the host and agree in the last segment.
    private static bool IsOfType(string relationshipType, string type) =>
        relationshipType.Length > type.Length
        && relationshipType[^(type.Length + 1)] == '/'
        && relationshipType.EndsWith(type, StringComparison.Ordinal);

    // document, template, and both with macros: wordprocessingml.document.main+xml, ms-word.template.macroEnabledTemplate.main+xml, …
    private static bool IsWordProcessingType(string type) =>
        type.EndsWith("main+xml", StringComparison.OrdinalIgnoreCase)
        && (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase));

    private List<(string Id, string Type, string Part)> ReadRelationships(string part)
    {
        var result = new List<(string, string, string)>();
        int slash = part.LastIndexOf('/');
        string folder = slash < 0 ? "" : part[..(slash + 1)];
        if (!TryOpen($"{folder}_rels/{part[(slash + 1)..]}.rels", out WordXml? xml))
        {
            return result;
        }

        using (xml)
        {
            int depth = xml.Depth;
            while (xml.NextChild(depth))
            {
                if (xml.Attribute("TargetMode") != "External" && xml.Attribute("Target") is { } target)
                {
                    result.Add((xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", PartName.Resolve(folder, target)));
                }
            }
        }

        return result;
    }
}
