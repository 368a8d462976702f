using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>Reads runs: text, symbols, marks of notes, and what is drawn on the page.</summary>
internal sealed class RunReader(WordXml xml, DocxStory story, BlockReader blocks)
{
    private readonly FieldNesting _fields = new();
    private readonly StringBuilder _buffer = new();
    private List<Block> _boxes = [];
    private (bool IsFootnote, string Id)? _customReference;

    /// <summary>Reads the current <c>w:r</c>.</summary>
    public void Read(InlineText text, RunLook paragraph)
    {
        RunLook look = paragraph;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("rPr"))
            {
                RunLook direct = RunLook.Read(xml, out string? style);
                look = direct.Over(style is null ? default : story.Styles.Character(style)).Over(paragraph);
            }
            else if (xml.Is("fldChar"))
            {
                _fields.Advance(xml.Attribute("fldCharType"));
            }
            else if (_fields.IsVisible && look.IsHidden != true)
            {
                ReadContent(text, look);
            }
        }
    }

    /// <summary>Ends a paragraph and hands over the content of its text boxes.</summary>
    public List<Block> EndParagraph()
    {
        _fields.EndParagraph();
        _customReference = null;
        List<Block> boxes = _boxes;
        if (boxes.Count > 0)
        {
            _boxes = [];
        }

        return boxes;
    }

    private void ReadContent(InlineText text, RunLook look)
    {
        if (xml.Vocabulary is Vocabulary.Compatibility or Vocabulary.Math)
        {
            ReadForeign(text, look);
            return;
        }

        switch (xml.Name)
        {
            case "t":
                ReadText(text, look);
                break;
            case "tab" or "ptab":
                text.Append('\t');
                break;
            case "br" or "cr":
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "sym":
                text.Append([SymbolFonts.OfCode(xml.Attribute("char"), xml.Attribute("font"))], look);
                break;
            case "footnoteReference" or "endnoteReference":
                ReadReference(text);
                break;
            case "ruby":
                ReadRuby(text, look);
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing();
                break;
        }
    }

    private void ReadForeign(InlineText text, RunLook look)
    {
        if (xml.Vocabulary == Vocabulary.Math)
        {
            text.Append(FormulaText.Read(xml), look);
        }
        else if (xml.Name == "AlternateContent")
        {
            AlternateContent.Read(xml, () =>
            {
                int before = text.Length + _boxes.Count + story.Pictures;
                int depth = xml.Depth;
                while (xml.NextChild(depth))
                {
                    ReadContent(text, look);
                }

                return text.Length + _boxes.Count + story.Pictures > before;
            });
        }
    }

    private void ReadText(InlineText text, RunLook look)
    {
        _buffer.Clear();
        xml.ReadText(_buffer);
        if (_customReference is { } reference)
        {
            _customReference = null;
            text.AppendReference(story.NoteReferences.Add(reference.IsFootnote, reference.Id, _buffer.ToString().Trim()));
            return;
        }

        _buffer.Replace('\n', ' ').Replace('\r', ' ');
        text.Append(_buffer.ToString(), look);
    }

    private void ReadReference(InlineText text)
    {
        bool isFootnote = xml.Name == "footnoteReference";
        string id = xml.Attribute("id") ?? "";
        if (xml.Attribute("customMarkFollows") is "1" or "true" or "on")
        {
            _customReference = (isFootnote, id);
        }
        else
        {
            text.AppendReference(story.NoteReferences.Add(isFootnote, id, null));
        }
    }

    private void ReadRuby(InlineText text, RunLook look)
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!xml.Is("rubyBase"))
            {
                continue;
            }

            int inner = xml.Depth;
            while (xml.NextChild(inner))
            {
                if (xml.Is("r"))
                {
                    Read(text, look);
                }
            }
        }
    }

    // A drawing is a thicket of vocabularies of which only text boxes and the fact that there is a picture matter.
    private void ReadDrawing()
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("txbxContent"))
            {
                story.Enter();
                _boxes.AddRange(blocks.ReadInner());
                story.Leave();
            }
            else if (xml.Vocabulary == Vocabulary.Compatibility && xml.Name == "AlternateContent")
            {
                AlternateContent.Read(xml, () =>
                {
                    int before = _boxes.Count + story.Pictures;
                    ReadDrawing();
                    return _boxes.Count + story.Pictures > before;
                });
            }
            else
            {
                story.Pictures += xml.Name is "blip" or "imagedata" ? 1 : 0;
                ReadDrawing();
            }
        }
    }
}
