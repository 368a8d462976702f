using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Reads a statistical table whose columns run together on the lines.</summary>
internal sealed class RunningTableReader(TableVocabulary vocabulary, int maxWords)
{
    private const int CaptionLines = 8;
    private readonly HeadingFinder _headings = new(vocabulary.Words);

    /// <summary>Reads the table that starts with a line.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">Line the headings start with.</param>
    /// <param name="footnotes">Raised marks, and where the notes begin.</param>
    /// <param name="end">Line behind the table.</param>
    /// <param name="lostLines">Lines of columns that were lost, and with them rows; 0 if none.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <returns>The table, or null if no headings start here.</returns>
    public TableBlock? Read(IReadOnlyList<TextLine> lines, int start, Footnotes footnotes, out int end, out int lostLines, CancellationToken cancellationToken)
    {
        end = start;
        lostLines = 0;
        if (_headings.Read(lines, start) is not { } heading)
        {
            return null;
        }

        var body = new List<BodyLine>();
        int i = heading.End;
        while (i < footnotes.Start && !EndsTable(lines[i]))
        {
            int? behind = lines[i].IsBlank ? null : heading.Repeats(lines, i) ?? _headings.Read(lines, i)?.End;
            if (behind is { } next)
            {
                if (BackOverCaption(lines, heading.End, i, body) is { } caption)
                {
                    i = caption;
                    break;
                }

                body.Add(new BodyLine(BodyLineKind.RepeatedHeading, default));
                i = next;
            }
            else
            {
                bool isMark = footnotes.IsMark(i) && body.Exists(l => !l.Line.IsBlank);
                body.Add(new BodyLine(isMark ? BodyLineKind.NoteMark : BodyLineKind.Text, lines[i]));
                i++;
            }
        }

        BrokenUnits.Join(body, vocabulary);
        Dictionary<int, PlacedFigures> figures = FigureRuns.TakeOut(body, heading, vocabulary.Words);
        heading = figures.Count > 0 ? heading : heading with { Figures = [], Unparted = Unparted(heading, body) };
        if (heading.HasUnitLast)
        {
            UnitsBehindFigures.PutFirst(body, vocabulary);
        }

        TableText text = TableText.From(body, vocabulary);
        if (text.Tokens.Length > maxWords)
        {
            throw TextLimit.TableWords(maxWords);
        }

        if (text.Tokens.IsEmpty)
        {
            return null;
        }

        end = i;
        bool hasNotes = heading.Printed.ContainsKey("note-heading");
        heading = heading with { HasUnits = heading.Printed.ContainsKey("unit-heading") || UnitsBehindFigures.AreInFront(body, vocabulary) };
        ImmutableArray<CellSpan> cells = new RowSegmenter(text, vocabulary, hasNotes, heading.HasUnits).Segment(cancellationToken);
        if (LostColumns.Find(body, vocabulary) is { } lost)
        {
            lostLines = lost.Count;
            cells = LostColumns.KeepWhole(text, cells, lost);
        }

        return RowAssembler.Assemble(heading, text, cells, figures);
    }

    // Columns whose figures the lines do not tell apart; a text that prints a cell a line may hide their headings among the rows.
    private static ImmutableArray<string> Unparted(TableHeading heading, List<BodyLine> body) =>
        heading.Figures.Length > 1 ? heading.Figures : FigureLines.AreSeveral(body) ? [heading.Title(CellKind.Value), "?"] : [];

    private bool EndsTable(TextLine line) =>
        vocabulary.Words.StartsLine("table-end", line);

    // The lines between the last row and the headings of another table are its caption.
    private int? BackOverCaption(IReadOnlyList<TextLine> lines, int first, int next, List<BodyLine> body)
    {
        int seen = 0;
        for (int i = next - 1; i >= first && seen < CaptionLines; i--)
        {
            seen += lines[i].IsBlank ? 0 : 1;
            if (vocabulary.Words.StartsLine("caption", lines[i]))
            {
                body.RemoveRange(body.Count - (next - i), next - i);
                return i;
            }
        }

        return null;
    }
}
