using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>Reads a table row by row; what spans what is decided by <see cref="TableGrid"/>.</summary>
internal sealed class TableReader(WordXml xml, DocxStory story)
{
    private readonly BlockReader _cells = new(xml, story, isCell: true);
    private readonly TableGrid _grid = new(story.Options);
    private bool _isInHeader = true;
    private GridRow _row = new();
    private bool _isRowGone;
    private bool _isRowHeader;

    /// <summary>Reads the current <c>w:tbl</c>; null if it has no cells.</summary>
    public TableBlock? Read()
    {
        ReadRows();
        return _grid.Build();
    }

    private void ReadRows()
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "tr":
                    ReadRow();
                    break;
                case "tblGrid":
                    ReadGrid();
                    break;
                case "sdt":
                    ContentControl.Read(xml, ReadRows);
                    break;
                case "customXml" or "ins" or "moveTo":
                    ReadRows();
                    break;
            }
        }
    }

    private void ReadGrid()
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("gridCol"))
            {
                _grid.AddColumn(xml.Number("w") ?? 0);
            }
        }
    }

    private void ReadRow()
    {
        _row = new GridRow();
        _isRowGone = false;
        _isRowHeader = false;
        ReadCells();
        if (_isRowGone)
        {
            return;
        }

        _isInHeader &= _isRowHeader;
        _grid.Add(_row, _isInHeader);
    }

    private void ReadCells()
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "trPr":
                    ReadRowProperties();
                    break;
                case "tc":
                    ReadCell();
                    break;
                case "sdt":
                    ContentControl.Read(xml, ReadCells);
                    break;
                case "customXml" or "ins" or "moveTo":
                    ReadCells();
                    break;
            }
        }
    }

    private void ReadRowProperties()
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "gridBefore":
                    _row.Skip(xml.Number() ?? 0);
                    break;
                case "tblHeader":
                    _isRowHeader = xml.IsOn();
                    break;
                case "hidden":
                    _isRowGone |= xml.IsOn();
                    break;
                case "del" or "moveFrom":
                    _isRowGone = true;
                    break;
            }
        }
    }

    private void ReadCell()
    {
        List<Block> blocks = _cells.ReadCell(out CellSpan span);
        if (!span.IsDeleted)
        {
            _row.Add(span, BlockText.Join(blocks), NestedIn(blocks));
        }
    }

    private static ImmutableArray<TableBlock> NestedIn(List<Block> blocks) =>
        blocks.TrueForAll(b => b is TextBlock) ? [] : [.. blocks.OfType<TableBlock>()];
}
