using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Extractor.Tests.Ingest.Docx.WordFile;

namespace Extractor.Tests.Ingest.Docx;

public class DocxTableTests
{
    [Fact]
    public void Spans_and_merges_become_cells_of_a_grid()
    {
        TableBlock table = Read(
            $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("A", "<w:vMerge w:val=\"restart\"/>")}{Cell("B", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{Cell("", "<w:vMerge/>")}{Cell("C")}{Cell("D")}</w:tr>");

        Assert.Equal((2, 3, 1), (table.RowCount, table.ColumnCount, table.HeaderRowCount));
        Assert.Same(table[0, 0], table[1, 0]);
        Assert.Same(table[0, 1], table[0, 2]);
        Assert.Equal("D", table[1, 2]!.Text.Text);
    }

    [Fact]
    public void Grid_lines_that_no_cell_uses_make_no_columns()
    {
        TableBlock table = Read(
            $"<w:tr>{Cell("A", "<w:gridSpan w:val=\"3\"/>")}{Cell("B", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{Cell("C", "<w:gridSpan w:val=\"3\"/>")}{Cell("D", "<w:gridSpan w:val=\"2\"/>")}</w:tr>");

        Assert.Equal(2, table.ColumnCount);
    }

    [Fact]
    public void Grid_lines_a_hair_apart_are_one()
    {
        TableBlock table = Read(
            "<w:tblGrid><w:gridCol w:w=\"700\"/><w:gridCol w:w=\"60\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>"
            + $"<w:tr>{Cell("A")}{Cell("B", "<w:gridSpan w:val=\"2\"/>")}</w:tr><w:tr>{Cell("C", "<w:gridSpan w:val=\"2\"/>")}{Cell("D")}</w:tr>");

        Assert.Equal((2, 2), (table.RowCount, table.ColumnCount));
        Assert.Equal("D", table[1, 1]!.Text.Text);
    }

    [Fact]
    public void Cell_as_narrow_as_a_hair_keeps_its_column()
    {
        TableBlock table = Read(
            "<w:tblGrid><w:gridCol w:w=\"700\"/><w:gridCol w:w=\"60\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>"
            + $"<w:tr>{Cell("A")}{Cell("B")}{Cell("C")}</w:tr>");

        Assert.Equal(3, table.ColumnCount);
    }

    [Fact]
    public void Rows_that_start_late_leave_positions_free()
    {
        TableBlock table = Read($"<w:tr>{Cell("A")}{Cell("B")}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Cell("C")}</w:tr>");

        Assert.Null(table[1, 0]);
        Assert.Equal("C", table[1, 1]!.Text.Text);
    }

    [Fact]
    public void Rows_and_cells_in_content_controls_are_read_and_deleted_or_hidden_rows_are_not()
    {
        TableBlock table = Read(
            $"<w:sdt><w:sdtContent><w:tr>{Cell("A")}<w:sdt><w:sdtContent>{Cell("B")}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
            + $"<w:tr><w:trPr><w:del/></w:trPr>{Cell("x")}{Cell("x")}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>{Cell("x")}</w:tr>"
            + $"<w:tr><w:trPr><w:ins/></w:trPr>{Cell("C")}{Cell("D")}</w:tr>");

        Assert.Equal(["A", "B", "C", "D"], table.Cells.Select(c => c.Text.Text));
    }

    [Fact]
    public void Tables_in_cells_are_nested_and_items_of_a_cell_stand_on_lines()
    {
        TableBlock table = Read(
            $"<w:tr><w:tc>{P("1. a: 6")}<w:p>{R("2. b: 1")}<w:r><w:br/></w:r>{R("3. c")}</w:p><w:tbl><w:tr>{Cell("trong")}</w:tr></w:tbl><w:p/></w:tc></w:tr>");

        TableCell cell = Assert.Single(table.Cells);
        Assert.Equal("1. a: 6\n2. b: 1\n3. c", cell.Text.Text);
        Assert.Equal("trong", Assert.Single(Assert.Single(cell.Nested).Cells).Text.Text);
    }

    [Property(MaxTest = 500)]
    public Property Any_mixture_of_spans_gives_a_grid_that_each_cell_covers_alone()
    {
        Gen<string> cell =
            from span in Gen.Choose(-1, 4)
            from merge in Gen.Elements("", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:hMerge/>", "<w:cellDel/>")
            select Cell("t", $"<w:gridSpan w:val=\"{span}\"/>{merge}");
        Gen<string> column = from width in Gen.Choose(0, 300) select $"<w:gridCol w:w=\"{width}\"/>";
        Gen<string> row =
            from before in Gen.Choose(-1, 2)
            from cells in cell.ListOf()
            select $"<w:tr><w:trPr><w:gridBefore w:val=\"{before}\"/></w:trPr>{string.Concat(cells)}</w:tr>";

        Gen<string> tables =
            from columns in column.ListOf()
            from rows in row.ListOf()
            select $"<w:tbl><w:tblGrid>{string.Concat(columns)}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

        return Prop.ForAll(tables.ToArbitrary(), xml =>
        {
            // The constructor of the table throws where two cells meet or one leaves the grid.
            TableBlock? table = new WordFile(xml).Read().Blocks.OfType<TableBlock>().SingleOrDefault();
            return table is null || table.Cells.Sum(c => c.RowSpan * c.ColumnSpan) == Covered(table);
        });
    }

    private static int Covered(TableBlock table) =>
        Enumerable.Range(0, table.RowCount).Sum(row => Enumerable.Range(0, table.ColumnCount).Count(column => table[row, column] is not null));

    private static TableBlock Read(string rows) => Assert.IsType<TableBlock>(Assert.Single(new WordFile($"<w:tbl>{rows}</w:tbl>").Read().Blocks));
}
