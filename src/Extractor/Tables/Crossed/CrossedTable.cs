using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Tables.Crossed;

/// <summary>A crossed table: indicators in the columns, items of a dimension in the rows.</summary>
/// <param name="Index">Index among the document's tables, from 0.</param>
/// <param name="Caption">Title above the table; empty if there is none.</param>
/// <param name="Header">The header.</param>
/// <param name="Rows">Rows below the header in printed order.</param>
internal sealed record CrossedTable(int Index, string Caption, CrossedHeader Header, ImmutableArray<CrossedRow> Rows);

/// <summary>One printed row of a crossed table.</summary>
/// <param name="Row">Number, label, note and place; its own unit and value are empty.</param>
/// <param name="Item">What it is about; null for the whole, and for a row that cannot be told.</param>
/// <param name="IsWhole">Whether it counts everything the report is about.</param>
/// <param name="Confidence">Probability that item and whole are right.</param>
/// <param name="Cells">Figure cells by the columns of the header; null where the row has no such cell.</param>
internal sealed record CrossedRow(
    StatisticalRow Row, FieldItem? Item, bool IsWhole, Confidence Confidence, ImmutableArray<PlacedText?> Cells)
{
    /// <summary>Whether any figure cell is filled.</summary>
    public bool HasFigures => Cells.Any(c => c is not null && !c.Text.AsSpan().IsWhiteSpace());
}
