using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Extractor.Models.Tests.Schema;

public sealed class CsvTableTests
{
    [Property(MaxTest = 500)]
    public bool Cells_that_were_quoted_and_read_are_the_same(NonNull<string>[] left, NonNull<string> right)
    {
        string[] cells = [.. left.Select(cell => cell.Get), right.Get];
        string text = "first,second\n" + string.Concat(cells.Select(cell => $"{Quote(cell)},{Quote(cell + "x")}\r\n"));

        List<IReadOnlyDictionary<string, string>> rows = CsvTable.Read(text);

        return rows.Select(row => row["first"]).SequenceEqual(cells)
            && rows.Select(row => row["second"]).SequenceEqual(cells.Select(cell => cell + "x"));
    }

    [Property(MaxTest = 500)]
    public bool Any_text_gives_rows_or_the_typed_error(NonNull<string> text)
    {
        try
        {
            return CsvTable.Read("a,b\n" + text.Get).All(row => row.Count == 2);
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Fact]
    public void Short_rows_are_filled_and_empty_lines_passed_over()
    {
        List<IReadOnlyDictionary<string, string>> rows = CsvTable.Read("\uFEFFa,b,c\n1\n\n2,,\"3\n4\"\n");

        Assert.Equal(2, rows.Count);
        Assert.Equal(("1", "", ""), (rows[0]["a"], rows[0]["b"], rows[0]["c"]));
        Assert.Equal(("2", "", "3\n4"), (rows[1]["a"], rows[1]["b"], rows[1]["c"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("a,b\n")]
    public void A_text_without_rows_has_none(string text) => Assert.Empty(CsvTable.Read(text));

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
