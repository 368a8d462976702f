namespace Extractor.Ingest.Text.Figures;

/// <summary>Reads the rows of a wide table: lines with figures, and the lines of wrapped labels and notes around them.</summary>
internal sealed class FigureRows(FigureStrips strips)
{
    private readonly List<FigureRow> _rows = [];

    /// <summary>The rows in order.</summary>
    /// <param name="lines">Lines of the table below its header.</param>
    public List<FigureRow> Read(IReadOnlyList<TextLine> lines)
    {
        var loose = new List<FigureRow>();
        foreach (TextLine line in lines)
        {
            if (line.IsBlank)
            {
                continue;
            }

            FigureRow row = FigureRow.Cut(line, strips);
            if (!row.HasFigures)
            {
                loose.Add(row);
                continue;
            }

            Place(loose, row);
            loose.Clear();
            _rows.Add(row);
        }

        Place(loose, null);
        return _rows;
    }

    private void Place(List<FigureRow> loose, FigureRow? next)
    {
        PlaceNotes([.. loose.Where(l => l.Note.Length > 0)], next);
        List<FigureRow> labels = [.. loose.Where(l => l.Label.Length > 0)];
        int from = 0;
        for (; from < labels.Count && _rows.Count > 0 && _rows[^1].LabelOwed > 0 && labels[from].Number.Length == 0; from++, _rows[^1].LabelOwed--)
        {
            _rows[^1].Label = FigureRow.Join(_rows[^1].Label, labels[from].Label);
        }

        // A row whose own label is missing or goes on began on the last line that starts like a label.
        int to = labels.Count;
        if (next is not null && !next.StartsLabel && to > from)
        {
            int start = labels.FindLastIndex(l => l.StartsLabel);
            to = start >= from && labels[start].Number.Length == 0 ? start : to;
        }

        for (int i = from; i < to; i++)
        {
            bool continues = _rows.Count > 0 && labels[i].Number.Length == 0 && (!labels[i].StartsLabel || _rows[^1].IsLabelOpen);
            if (continues)
            {
                _rows[^1].Label = FigureRow.Join(_rows[^1].Label, labels[i].Label);
            }
            else
            {
                labels[i].Note = "";
                _rows.Add(labels[i]);
            }
        }

        if (to < labels.Count)
        {
            next!.LabelOwed = next.Label.Length == 0 ? labels.Count - to : 0;
            next.Label = FigureRow.Join(string.Join(' ', labels.Skip(to).Select(l => l.Label)), next.Label);
        }
    }

    // What stands above the figures of a row has as many lines below them.
    private void PlaceNotes(List<FigureRow> notes, FigureRow? next)
    {
        bool isNextOpen = next is not null && next.Note.Length == 0;
        foreach (FigureRow note in notes)
        {
            bool isOwed = _rows.Count > 0 && (_rows[^1].NoteOwed > 0 || (_rows[^1].Note.Length > 0 && !isNextOpen) || next is null);
            if (isOwed)
            {
                _rows[^1].Note = FigureRow.Join(_rows[^1].Note, note.Note);
                _rows[^1].NoteOwed--;
            }
            else if (isNextOpen)
            {
                next!.NoteOwed++;
                next.Note = FigureRow.Join(next.Note, note.Note);
                isNextOpen = true;
            }
        }
    }
}
