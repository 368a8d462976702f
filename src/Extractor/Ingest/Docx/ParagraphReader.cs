namespace Extractor.Ingest.Docx;

/// <summary>Reads a paragraph: its properties, and the containers its runs stand in (links, fields, tracked changes, content controls).</summary>
internal sealed class ParagraphReader
{
    private readonly WordXml _xml;
    private readonly DocxStory _story;
    private readonly RunReader _runs;
    private InlineText _text = new();
    private ParagraphStyle _style = null!;
    private ParagraphLook _direct;
    private bool _isMarkDeleted;

    public ParagraphReader(WordXml xml, DocxStory story, BlockReader blocks)
    {
        _xml = xml;
        _story = story;
        _runs = new RunReader(xml, story, blocks);
    }

    /// <summary>
    /// Reads the current <c>w:p</c>. Null if its mark is deleted: its text then belongs to the paragraph that follows.
    /// </summary>
    /// <param name="look">How it looks.</param>
    /// <param name="boxes">Content of the text boxes anchored in it.</param>
    public InlineText? Read(out TextStyle look, out List<Block> boxes)
    {
        _story.CountParagraph();
        _style = _story.Styles.Paragraph(null);
        _direct = default;
        _isMarkDeleted = false;
        ReadInline();
        boxes = _runs.EndParagraph();
        look = _text.Style(_direct.Alignment ?? _style.Look.Alignment);
        if (_isMarkDeleted)
        {
            return null;
        }

        InlineText finished = _text;
        finished.Prepend(_story.Numbering.Next(_direct, _style));
        _text = new InlineText();

        return finished;
    }

    private void ReadInline()
    {
        int depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            switch (_xml.Vocabulary)
            {
                case Vocabulary.Math when _xml.Name is "oMath" or "oMathPara":
                    _text.Append(FormulaText.Read(_xml), _style.Run);
                    break;
                case Vocabulary.Compatibility when _xml.Name == "AlternateContent":
                    AlternateContent.Read(_xml, () =>
                    {
                        int before = _text.Length;
                        ReadInline();
                        return _text.Length > before;
                    });
                    break;
                case Vocabulary.Word:
                    ReadInlineElement();
                    break;
            }
        }
    }

    // Deleted and moved-away text (del, moveFrom) is left unread, so changes read as accepted.
    private void ReadInlineElement()
    {
        switch (_xml.Name)
        {
            case "r":
                _runs.Read(_text, _style.Run);
                break;
            case "pPr":
                ReadProperties();
                break;
            case "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "fldSimple" or "bdo" or "dir":
                ReadInline();
                break;
            case "sdt":
                ContentControl.Read(_xml, ReadInline);
                break;
        }
    }

    private void ReadProperties()
    {
        int depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            switch (_xml.Name)
            {
                case "pStyle":
                    _style = _story.Styles.Paragraph(_xml.Attribute("val"));
                    break;
                case "rPr":
                    int inner = _xml.Depth;
                    while (_xml.NextChild(inner))
                    {
                        _isMarkDeleted |= _xml.Name is "del" or "moveFrom";
                    }

                    break;
                case "sectPr":
                    _story.Sections.Add(DocxSection.Read(_xml));
                    break;
                default:
                    _direct = _direct.With(_xml);
                    break;
            }
        }
    }
}
