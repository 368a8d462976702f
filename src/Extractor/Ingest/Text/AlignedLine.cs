using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>A line of a table whose columns are aligned by blanks, cut at the column borders.</summary>
/// <param name="Cells">What stands in each column, by <see cref="CellKind"/>.</param>
/// <param name="AfterBlank">Whether an empty line stands in front.</param>
/// <param name="AfterHeading">Whether repeated headings stand in front.</param>
internal sealed record AlignedLine(string[] Cells, bool AfterBlank, bool AfterHeading)
{
    /// <summary>Why its figures may not be what they look like; null where nothing speaks against them.</summary>
    public LocalText? Doubt { get; init; }

    /// <summary>What stands in a column.</summary>
    public string this[CellKind kind] => (int)kind < Cells.Length ? Cells[(int)kind] : "";
}
