namespace Extractor.Ingest.Docx;

/// <summary>Reads what stands one below the other: paragraphs and tables, whatever wraps them.</summary>
internal sealed class BlockReader
{
    private readonly WordXml _xml;
    private readonly DocxStory _story;
    private readonly bool _isCell;
    private readonly ParagraphReader _paragraphs;
    private List<Block> _blocks = [];
    private CellSpan _cell;

    /// <summary>Reads from a part.</summary>
    /// <param name="xml">The part.</param>
    /// <param name="story">The document.</param>
    /// <param name="isCell">Whether the blocks are those of a cell, where line breaks part items and raised marks never open a note.</param>
    public BlockReader(WordXml xml, DocxStory story, bool isCell = false)
    {
        _xml = xml;
        _story = story;
        _isCell = isCell;
        _paragraphs = new ParagraphReader(xml, story, this);
    }

    /// <summary>Reads the children of the current element.</summary>
    public List<Block> Read()
    {
        _blocks = [];
        ReadChildren();

        return _blocks;
    }

    /// <summary>Reads the current <c>w:tc</c>.</summary>
    public List<Block> ReadCell(out CellSpan cell)
    {
        _cell = CellSpan.Single;
        List<Block> blocks = Read();
        cell = _cell;

        return blocks;
    }

    /// <summary>Reads the children of the current element as a story of their own, such as a text box.</summary>
    public List<Block> ReadInner() => new BlockReader(_xml, _story, _isCell).Read();

    private void ReadChildren()
    {
        int depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            if (_xml.Vocabulary == Vocabulary.Compatibility && _xml.Name == "AlternateContent")
            {
                AlternateContent.Read(_xml, () =>
                {
                    int before = _blocks.Count;
                    ReadChildren();
                    return _blocks.Count > before;
                });
            }
            else if (_xml.Vocabulary == Vocabulary.Word)
            {
                ReadBlock();
            }
        }
    }

    private void ReadBlock()
    {
        switch (_xml.Name)
        {
            case "p":
                ReadParagraph();
                break;
            case "tbl":
                _story.Enter();
                if (new TableReader(_xml, _story).Read() is { } table)
                {
                    _blocks.Add(table);
                }

                _story.Leave();
                break;
            case "sdt":
                ContentControl.Read(_xml, ReadChildren);
                break;
            case "customXml" or "ins" or "moveTo" or "smartTag":
                ReadChildren();
                break;
            case "sectPr":
                _story.Sections.Add(DocxSection.Read(_xml));
                break;
            case "tcPr":
                _cell = CellSpan.Read(_xml);
                break;
            case "altChunk" or "subDoc":
                _story.Unread.Add(new DocumentGap(null, "embeddedDocument", DocxText.Embedded));
                break;
        }
    }

    private void ReadParagraph()
    {
        InlineText? text = _paragraphs.Read(out TextStyle look, out List<Block> boxes);
        if (text is not null)
        {
            Add(text, look);
        }

        _blocks.AddRange(boxes);
    }

    private void Add(InlineText text, TextStyle look)
    {
        string? mark = text.LeadingMark;
        if (mark is not null && (_isCell || text.IsBlank))
        {
            text.KeepLeadingMark();
            mark = null;
        }

        PlacedText placed = text.ToPlacedText(_isCell ? '\n' : ' ');
        if (mark is not null)
        {
            _story.TypedNotes.Add(new Note(mark, placed));
        }
        else if (placed.Text.Length > 0 || placed.NoteMarks.Length > 0)
        {
            _blocks.Add(new TextBlock(placed, look));
        }
    }
}
