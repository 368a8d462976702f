using Extractor.Ingest.Docx.Numbering;

namespace Extractor.Ingest.Docx;

/// <summary>What the readers of one document share: definitions, counters, bounds, and what they met on the way.</summary>
internal sealed class DocxStory(DocxOptions options, DocxStyles styles, NumberingDefinitions numbering, CancellationToken cancellationToken)
{
    private int _paragraphs;
    private int _nesting;

    /// <summary>Bounds.</summary>
    public DocxOptions Options { get; } = options;

    /// <summary>Styles.</summary>
    public DocxStyles Styles { get; } = styles;

    /// <summary>Counters of the lists, running through the whole document.</summary>
    public NumberingCounters Numbering { get; } = new(numbering, styles);

    /// <summary>References to footnotes and endnotes in order.</summary>
    public NoteReferences NoteReferences { get; } = new();

    /// <summary>Sections in order.</summary>
    public List<DocxSection> Sections { get; } = [];

    /// <summary>Notes typed by hand: a paragraph that opens with a raised mark.</summary>
    public List<Note> TypedNotes { get; } = [];

    /// <summary>Parts that are of a foreign format.</summary>
    public List<DocumentGap> Unread { get; } = [];

    /// <summary>Number of pictures met.</summary>
    public int Pictures { get; set; }

    /// <summary>Counts a paragraph.</summary>
    public void CountParagraph()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_paragraphs > Options.MaxParagraphs)
        {
            throw DocxLimit.Paragraphs(Options.MaxParagraphs);
        }
    }

    /// <summary>Enters a table or text box.</summary>
    public void Enter()
    {
        if (++_nesting > Options.MaxNesting)
        {
            throw DocxLimit.Nesting(Options.MaxNesting);
        }
    }

    /// <summary>Leaves a table or text box.</summary>
    public void Leave() => _nesting--;
}
