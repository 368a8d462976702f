using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Tables;

/// <summary>One printed row of a statistical table with its columns told apart: number, group, label, unit, figure, note.</summary>
internal sealed class StatisticalRow
{
    /// <summary>Index of the table among the document's tables, from 0.</summary>
    public required int Table { get; init; }

    /// <summary>Row of the table's grid, header rows included, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Printed number without line breaks, such as "3.3.1" or "IV"; empty if there is none.</summary>
    public required string Stt { get; init; }

    /// <summary>Text that spans several rows in the number column, such as "Trong đó"; empty if there is none.</summary>
    public required string Group { get; init; }

    /// <summary>Printed name of the indicator.</summary>
    public required PlacedText Label { get; init; }

    /// <summary>Printed unit.</summary>
    public required PlacedText Unit { get; init; }

    /// <summary>Printed figure.</summary>
    public required PlacedText Value { get; init; }

    /// <summary>Why the reader is not sure that the figure stands in this row and column; null where nothing speaks against it.</summary>
    public LocalText? ValueDoubt { get; init; }

    /// <summary>Printed note.</summary>
    public required PlacedText Note { get; init; }

    /// <summary>Grid column of the figure; null where the row has no such cell.</summary>
    public int? ValueColumn { get; init; }

    /// <summary>Grid column of the note; null where the row has no such cell.</summary>
    public int? NoteColumn { get; init; }

    /// <summary>Where the row stands, one area a page; empty for formats without pages.</summary>
    public ImmutableArray<PageArea> Areas { get; init; } = [];
}

/// <summary>A statistical table: a caption and rows with their columns told apart.</summary>
/// <param name="Index">Index among the document's tables, from 0.</param>
/// <param name="Caption">Title above the table ("Phụ lục …", "Biểu mẫu 3 …"); empty if there is none.</param>
/// <param name="Rows">Rows below the header in printed order.</param>
internal sealed record StatisticalTable(int Index, string Caption, ImmutableArray<StatisticalRow> Rows);
