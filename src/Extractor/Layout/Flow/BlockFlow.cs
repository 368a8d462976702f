using System.Collections.Immutable;

namespace Extractor.Layout;

/// <summary>Strings the parts of the pages together: a table or paragraph that runs over a page break becomes one block.</summary>
internal sealed class BlockFlow(PlacedTextBuilder text, BodyMargins margins)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private TableDraft? _table;
    private Paragraph? _paragraph;
    private bool _isParagraphOpen;

    /// <summary>Adds the parts of the next page.</summary>
    public void Add(PageLayout page)
    {
        (double left, double right) = margins.Of(page);
        double bottom = BodyBottom(page);
        int line = 0;
        foreach (PageTable table in page.Tables)
        {
            int first = line;
            while (line < page.Lines.Count && page.Lines[line].Baseline < table.Top + 2)
            {
                line++;
            }

            AddText(page.Lines.GetRange(first, line - first), left, right);
            table.BodyBottom = bottom;
            AddTable(table);
        }

        AddText(page.Lines.GetRange(line, page.Lines.Count - line), left, right);
    }

    /// <summary>All blocks.</summary>
    public ImmutableArray<Block> Finish()
    {
        CloseParagraph();
        CloseTable();
        return _blocks.ToImmutable();
    }

    private void AddTable(PageTable table)
    {
        CloseParagraph();
        if (_table is not null && _table.Last.Page < table.Page && _table.TryContinue(table))
        {
            return;
        }

        CloseTable();
        _table = new TableDraft(table);
    }

    private void AddText(List<TextLine> lines, double left, double right)
    {
        if (lines.Count == 0)
        {
            return;
        }

        CloseTable();
        foreach (TextColumn column in ColumnZones.Split(lines, left, right))
        {
            bool isFirst = true;
            foreach (Paragraph paragraph in ParagraphFinder.Find(column))
            {
                if (isFirst && column.IsBody && _isParagraphOpen && _paragraph is { } open
                    && open.Lines[^1].Page < paragraph.Lines[0].Page
                    && ParagraphFinder.ContinuesOverPage(open, paragraph.Lines[0], column))
                {
                    open.Lines.AddRange(paragraph.Lines);
                }
                else
                {
                    CloseParagraph();
                    _paragraph = paragraph;
                }

                _isParagraphOpen = column.IsBody;
                isFirst = false;
            }
        }
    }

    private void CloseParagraph()
    {
        if (_paragraph is not null)
        {
            _blocks.Add(new TextBlock(text.OfParagraph(_paragraph.Lines), _paragraph.Style()));
            _paragraph = null;
        }
    }

    private void CloseTable()
    {
        if (_table is not null)
        {
            _blocks.Add(_table.Build(text));
            _table = null;
        }
    }

    // As far down as anything of the body may stand: above the notes, or where the lower margin usually begins.
    private static double BodyBottom(PageLayout page)
    {
        double lowest = page.Height * 0.9;
        foreach (PageTable table in page.Tables)
        {
            lowest = Math.Max(lowest, table.Bottom);
        }

        return lowest;
    }
}
