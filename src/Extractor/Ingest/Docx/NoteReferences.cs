using Extractor.Ingest.Docx.Numbering;

namespace Extractor.Ingest.Docx;

/// <summary>Numbers footnotes and endnotes in the order the text refers to them, as a reader sees them.</summary>
internal sealed class NoteReferences
{
    private readonly List<(string Id, string Mark)> _footnotes = [];
    private readonly List<(string Id, string Mark)> _endnotes = [];
    private NoteNumbering _footnoteNumbers = new("decimal", 1);
    private NoteNumbering _endnoteNumbers = new("lowerRoman", 1);

    /// <summary>Footnotes referred to, by id, with their marks.</summary>
    public IReadOnlyList<(string Id, string Mark)> FootnoteMarks => _footnotes;

    /// <summary>Endnotes referred to, by id, with their marks.</summary>
    public IReadOnlyList<(string Id, string Mark)> EndnoteMarks => _endnotes;

    /// <summary>Reads how notes are numbered from the settings part.</summary>
    public NoteReferences ReadSettings(WordXml xml)
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("footnotePr"))
            {
                _footnoteNumbers = NoteNumbering.Read(xml, "decimal");
            }
            else if (xml.Is("endnotePr"))
            {
                _endnoteNumbers = NoteNumbering.Read(xml, "lowerRoman");
            }
        }

        return this;
    }

    /// <summary>Takes up a reference and gives its mark.</summary>
    /// <param name="isFootnote">Whether it is a footnote.</param>
    /// <param name="id">Id of the note.</param>
    /// <param name="customMark">Mark typed by hand; null where the program numbers. Such notes do not count.</param>
    public string Add(bool isFootnote, string id, string? customMark)
    {
        List<(string Id, string Mark)> notes = isFootnote ? _footnotes : _endnotes;
        string mark = customMark ?? (isFootnote ? _footnoteNumbers : _endnoteNumbers).Next();
        notes.Add((id, mark));

        return mark;
    }
}

/// <summary>Running number of one kind of notes.</summary>
internal sealed class NoteNumbering(string format, int start)
{
    private int _next = start;

    /// <summary>Reads <c>w:footnotePr</c> or <c>w:endnotePr</c> of the settings.</summary>
    public static NoteNumbering Read(WordXml xml, string defaultFormat)
    {
        string format = defaultFormat;
        int start = 1;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            format = xml.Is("numFmt") ? xml.Attribute("val") ?? format : format;
            start = xml.Is("numStart") ? xml.Number() ?? start : start;
        }

        return new NoteNumbering(format, start);
    }

    /// <summary>The next mark.</summary>
    public string Next() => NumberFormat.Write(_next++, format);
}
