using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Reads a statistical table whose columns are aligned by runs of blanks, as <c>pdftotext -layout</c> and typewriters print it.</summary>
internal sealed class AlignedTableReader(TableVocabulary vocabulary)
{
    private const int CaptionLines = 6;

    /// <summary>Reads the table that starts with a line.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">Line the headings start with.</param>
    /// <param name="end">Line behind the table.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <returns>The table, or null if no headings start here.</returns>
    public TableBlock? Read(IReadOnlyList<TextLine> lines, int start, out int end, CancellationToken cancellationToken)
    {
        end = start;
        if (AlignedHeading.Read(lines, start, vocabulary.Words) is not { } first)
        {
            return null;
        }

        var cut = new List<AlignedLine>();
        AlignedHeading heading = first;
        int i = first.End;
        while (true)
        {
            var page = new List<TextLine>();
            AlignedHeading? next = null;
            for (; i < lines.Count && !EndsTable(lines[i]) && (next = Heading(lines, i)) is null; i++)
            {
                page.Add(lines[i]);
            }

            int caption = next is null ? -1 : page.FindLastIndex(IsCaption);
            bool isOther = caption >= 0 && page.Count - caption <= CaptionLines;
            i = isOther ? i - (page.Count - caption) : i;
            AddLines(cut, heading, isOther ? page[..caption] : page);
            if (next is null || isOther)
            {
                break;
            }

            heading = next;
            i = next.End;
        }

        if (cut.Count == 0)
        {
            return null;
        }

        end = i;
        return RowAssembler.Assemble(first.Heading, CollectRows(cut, KindsOf(first), cancellationToken), KindsOf(first));
    }

    /// <summary>Whether the headings of a statistical table, with a column of units, begin on one of these lines.</summary>
    public bool StartsWithin(IReadOnlyList<TextLine> lines, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (Heading(lines, i) is { } heading && heading.Heading.Printed.ContainsKey("unit-heading"))
            {
                return true;
            }
        }

        return false;
    }

    private AlignedHeading? Heading(IReadOnlyList<TextLine> lines, int i) =>
        lines[i].IsBlank ? null : AlignedHeading.Read(lines, i, vocabulary.Words);

    private void AddLines(List<AlignedLine> cut, AlignedHeading heading, List<TextLine> page)
    {
        var columns = new AlignedColumns(heading.Columns, page, vocabulary);
        bool afterBlank = false, afterHeading = cut.Count > 0;
        foreach (TextLine line in page)
        {
            if (line.IsBlank)
            {
                afterBlank = true;
                continue;
            }

            cut.Add(new AlignedLine(columns.Cut(line), afterBlank, afterHeading) { Doubt = line.Doubt });
            afterBlank = false;
            afterHeading = false;
        }
    }

    private static ImmutableArray<CellKind> KindsOf(AlignedHeading heading) =>
        [CellKind.Number, CellKind.Label, CellKind.Unit, CellKind.Value, .. heading.Columns.Select(static c => c.Kind).Where(static k => k >= CellKind.FurtherFigure).Order(), CellKind.Note];

    private List<TableRow> CollectRows(List<AlignedLine> cut, ImmutableArray<CellKind> kinds, CancellationToken cancellationToken)
    {
        var joined = new AlignedRows(cut, vocabulary);
        List<int> starts = joined.FindStarts(cancellationToken);
        var rows = new List<TableRow>();
        for (int n = 0; n < starts.Count; n++)
        {
            int end = n + 1 < starts.Count ? starts[n + 1] : cut.Count;
            var row = new TableRow();
            string number = joined.Join(CellKind.Number, starts[n], end);
            bool isNumber = number.Length == 0 || Numbering.Parse(number) is not null || char.IsAsciiDigit(number[0]);
            row.Append(isNumber ? CellKind.Number : CellKind.Group, number, []);
            foreach (CellKind kind in kinds.Skip(1))
            {
                row.Append(kind, joined.Join(kind, starts[n], end), []);
            }

            row.DoubtFigures(cut.GetRange(starts[n], end - starts[n]).Find(static line => line.Doubt is not null)?.Doubt);
            rows.Add(row);
        }

        return GroupWords.Gather(rows, vocabulary.Words);
    }

    private bool EndsTable(TextLine line) =>
        vocabulary.Words.StartsLine("table-end", line);

    private bool IsCaption(TextLine line) =>
        vocabulary.Words.StartsLine("caption", line);
}
