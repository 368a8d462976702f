using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>
/// The prose of a report as one text: paragraphs and the cells of the small tables that offices use to lay out letterhead and signature.
/// Every span of it can be quoted with its place.
/// </summary>
internal sealed class HeadText
{
    // Larger tables hold figures; nothing in them says who reports.
    private const int MaxLayoutRows = 8;
    private const int MaxLayoutColumns = 5;

    private readonly ImmutableArray<HeadPlace> _places;

    private HeadText(string text, ImmutableArray<HeadLine> lines, ImmutableArray<HeadPlace> places, ImmutableArray<HeadToken> tokens)
    {
        Text = text;
        Lines = lines;
        _places = places;
        Tokens = tokens;
    }

    /// <summary>Lines joined by line feeds.</summary>
    public string Text { get; }

    /// <summary>Lines in reading order.</summary>
    public ImmutableArray<HeadLine> Lines { get; }

    /// <summary>Words in reading order.</summary>
    public ImmutableArray<HeadToken> Tokens { get; }

    /// <summary>Lays a document out as one text.</summary>
    public static HeadText Of(Document document)
    {
        HeadText asRead = Build(document, []);
        if (document.Pages.IsEmpty)
        {
            return asRead;
        }

        HeadRegions regions = HeadRegions.Find(asRead);
        return Build(document, [asRead.BlocksOf(0, regions.Title), asRead.BlocksOf(regions.Foot, regions.Appendix)]);
    }

    /// <summary>Words of a line.</summary>
    public ReadOnlySpan<HeadToken> TokensOf(HeadLine line) => Tokens.AsSpan(line.FirstToken, line.TokenCount);

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> Slice(HeadSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>A span quoted with its places, one for each line it touches.</summary>
    public IEnumerable<Evidence> Quote(HeadSpan span, double confidence)
    {
        for (int i = LineAt(span.Start); i < Lines.Length && Lines[i].Span.Start < span.End; i++)
        {
            HeadSpan part = new HeadSpan(Math.Max(span.Start, Lines[i].Span.Start), Math.Min(span.End, Lines[i].Span.End)).Trim(Text);
            if (part.Length > 0)
            {
                yield return _places[i].Quote(part.Start - Lines[i].Span.Start, Slice(part).ToString(), confidence);
            }
        }
    }

    /// <summary>Index of the line that holds a character.</summary>
    public int LineAt(int position)
    {
        int low = 0;
        int high = Lines.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Lines[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static HeadText Build(Document document, ImmutableArray<Range> sideBySide)
    {
        var builder = new Builder();
        int table = 0;
        for (int block = 0; block < document.Blocks.Length; block++)
        {
            if (document.Blocks[block] is TableBlock grid)
            {
                builder.Add(grid, table++);
                continue;
            }

            Range run = sideBySide.FirstOrDefault(r => r.Start.Value == block);
            int end = Math.Max(block + 1, run.End.Value);
            builder.Add([.. document.Blocks[block..end].OfType<TextBlock>()], block);
            block = end - 1;
        }

        return builder.Build();
    }

    // Paragraphs without a table between them that some lines come from; empty where lines come from a table.
    private Range BlocksOf(int fromLine, int toLine)
    {
        if (fromLine >= toLine || fromLine >= Lines.Length || _places[fromLine].Paragraph is not { } first)
        {
            return 0..0;
        }

        int line = fromLine;
        while (line + 1 < toLine && _places[line + 1].Paragraph is { } next && next - _places[line].Paragraph <= 1)
        {
            line++;
        }

        return first..(_places[line].Paragraph!.Value + 1);
    }

    private sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<HeadLine>.Builder _lines = ImmutableArray.CreateBuilder<HeadLine>();
        private readonly ImmutableArray<HeadPlace>.Builder _places = ImmutableArray.CreateBuilder<HeadPlace>();
        private readonly ImmutableArray<HeadToken>.Builder _tokens = ImmutableArray.CreateBuilder<HeadToken>();
        private bool _isBelowTable;

        public HeadText Build() => new(_text.ToString(), _lines.ToImmutable(), _places.ToImmutable(), _tokens.ToImmutable());

        public void Add(TableBlock grid, int table)
        {
            if (grid.RowCount > MaxLayoutRows || grid.ColumnCount > MaxLayoutColumns)
            {
                _isBelowTable = true;
                return;
            }

            foreach (TableCell cell in grid.Cells)
            {
                Add(cell.Text, new HeadPlace(cell.Text, 0) { Table = table, Row = cell.Row, Column = cell.Column }, TextStyle.Plain);
            }
        }

        public void Add(TextBlock[] run, int firstBlock)
        {
            if (run.Length > 1 && ColumnOrder.Find([.. run.Select(b => b.Text)]) is { } lines)
            {
                foreach (ColumnLine line in lines)
                {
                    TextBlock source = run[line.Text];
                    var place = new HeadPlace(source.Text, line.Start) { Paragraph = firstBlock + line.Text };
                    AddLine(source.Text.Text.AsSpan(line.Start, line.End - line.Start), place, source.Style);
                }

                return;
            }

            for (int i = 0; i < run.Length; i++)
            {
                Add(run[i].Text, new HeadPlace(run[i].Text, 0) { Paragraph = firstBlock + i }, run[i].Style);
            }
        }

        private void Add(PlacedText text, HeadPlace place, TextStyle style)
        {
            int start = 0;
            while (start < text.Text.Length)
            {
                int end = text.Text.IndexOf('\n', start);
                end = end < 0 ? text.Text.Length : end;
                AddLine(text.Text.AsSpan(start, end - start), place with { Offset = start }, style);
                start = end + 1;
            }
        }

        private void AddLine(ReadOnlySpan<char> line, HeadPlace place, TextStyle style)
        {
            int start = _text.Length;
            int firstToken = _tokens.Count;
            HeadTokens.Append(line, start, _tokens);
            _text.Append(line).Append('\n');
            _lines.Add(new HeadLine(
                new HeadSpan(start, start + line.Length), firstToken, _tokens.Count - firstToken, style, place.Table is not null, _isBelowTable));
            _places.Add(place);
            _isBelowTable = false;
        }
    }
}
