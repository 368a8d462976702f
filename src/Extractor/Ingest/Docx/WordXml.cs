using System.Text;
using System.Xml;

namespace Extractor.Ingest.Docx;

/// <summary>
/// Forward reading of a part, element by element. After an element was handled the reader stands on it (if it was left unread) or at its end,
/// so a caller may ignore whatever it does not know.
/// </summary>
internal sealed class WordXml : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly XmlReader _reader;
    private readonly int _maxDepth;

    public WordXml(Stream stream, DocxOptions options)
    {
        _maxDepth = options.MaxDepth;
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            // No document type, no entities, nothing fetched: a word processing part never has them (ISO/IEC 29500-2, 9.1.5.1).
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MaxPartBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
        _reader.MoveToContent();
    }

    /// <summary>Local name of the current element.</summary>
    public string Name => _reader.LocalName;

    /// <summary>Depth of the current element, to be handed to <see cref="NextChild"/>.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Vocabulary of the current element; transitional and strict files are alike.</summary>
    public Vocabulary Vocabulary => _reader.NamespaceURI switch
    {
        Transitional or Strict => Vocabulary.Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary.Compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math" => Vocabulary.Math,
        _ => Vocabulary.Other,
    };

    /// <summary>Whether the current element is the named one of word processing.</summary>
    public bool Is(string name) => _reader.LocalName == name && Vocabulary == Vocabulary.Word;

    /// <summary>Moves to the next child of the element at <paramref name="depth"/>; false at the element's end.</summary>
    public bool NextChild(int depth)
    {
        if (_reader.Depth == depth)
        {
            if (_reader.NodeType != XmlNodeType.Element || _reader.IsEmptyElement)
            {
                return false;
            }

            if (depth >= _maxDepth)
            {
                throw DocxLimit.Depth(_maxDepth);
            }

            _reader.Read();
        }
        else if (_reader.NodeType == XmlNodeType.Element)
        {
            _reader.Skip();
        }
        else
        {
            _reader.Read();
        }

        while (_reader.NodeType != XmlNodeType.Element)
        {
            if (_reader.Depth == depth && _reader.NodeType == XmlNodeType.EndElement)
            {
                return false;
            }

            _reader.Read();
        }

        return true;
    }

    /// <summary>Attribute of the element's own vocabulary, such as <c>w:val</c>, or without one.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name, _reader.NamespaceURI) ?? _reader.GetAttribute(name);

    /// <summary>The <c>r:id</c> of the current element.</summary>
    public string? RelationshipId() => _reader.GetAttribute("id", Relationships) ?? _reader.GetAttribute("id", StrictRelationships);

    /// <summary>Whole number in an attribute; null where it is absent or no number.</summary>
    public int? Number(string name = "val") =>
        int.TryParse(Attribute(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>An on-off property: present means on unless it says otherwise (ISO/IEC 29500-1, 17.17.4).</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off");

    /// <summary>Appends the text of the current element and moves to its end.</summary>
    public void ReadText(StringBuilder text)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        int depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(_reader.Value);
            }
        }
    }

    public void Dispose() => _reader.Dispose();
}

/// <summary>Vocabulary an element belongs to.</summary>
internal enum Vocabulary
{
    /// <summary>WordprocessingML.</summary>
    Word,

    /// <summary>Office Math.</summary>
    Math,

    /// <summary>Markup compatibility (alternate content).</summary>
    Compatibility,

    /// <summary>Any other.</summary>
    Other,
}
