using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>Reads the notes that the text refers to; the file also holds separators and notes nobody refers to any more.</summary>
internal static class NotesReader
{
    /// <summary>Footnotes, then endnotes, then those typed by hand, each in order of reference.</summary>
    public static ImmutableArray<Note> Read(DocxPackage package, DocxStory story)
    {
        var notes = ImmutableArray.CreateBuilder<Note>();
        // Notes can refer to notes in theory only; their references must not disturb the list that is being read.
        (string Id, string Mark)[] footnotes = [.. story.NoteReferences.FootnoteMarks];
        (string Id, string Mark)[] endnotes = [.. story.NoteReferences.EndnoteMarks];
        notes.AddRange(Read(package, story, "footnotes", "footnote", footnotes));
        notes.AddRange(Read(package, story, "endnotes", "endnote", endnotes));
        notes.AddRange(story.TypedNotes);

        return notes.ToImmutable();
    }

    private static IEnumerable<Note> Read(
        DocxPackage package, DocxStory story, string part, string element, (string Id, string Mark)[] references)
    {
        if (references.Length == 0 || !package.TryOpenRelated(part, out WordXml? xml))
        {
            return [];
        }

        var texts = new Dictionary<string, PlacedText>(StringComparer.Ordinal);
        using (xml)
        {
            int depth = xml.Depth;
            while (xml.NextChild(depth))
            {
                if (xml.Is(element) && xml.Attribute("type") is null or "normal")
                {
                    string id = xml.Attribute("id") ?? "";
                    texts.TryAdd(id, BlockText.Join(new BlockReader(xml, story, isCell: true).Read()));
                }
            }
        }

        return references.Where(r => texts.ContainsKey(r.Id)).Select(r => new Note(r.Mark, texts[r.Id]));
    }
}
