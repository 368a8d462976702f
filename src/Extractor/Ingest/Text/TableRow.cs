using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>The cells of a row while they are collected.</summary>
internal sealed class TableRow
{
    private readonly Dictionary<CellKind, string> _cells = [];
    private readonly List<(CellKind Kind, string Mark)> _marks = [];
    private LocalText? _doubt;

    /// <summary>The text of a cell; empty if it has none.</summary>
    public string this[CellKind kind] => _cells.GetValueOrDefault(kind, "");

    /// <summary>Whether no column of figures has one.</summary>
    public bool HasNoFigure => _cells.All(static cell => cell.Value.Length == 0 || cell.Key is not (CellKind.Value or >= CellKind.FurtherFigure));

    /// <summary>Adds to a cell.</summary>
    public void Append(CellKind kind, string text, IEnumerable<string> marks)
    {
        _cells[kind] = text.Length == 0 ? this[kind] : this[kind].Length == 0 ? text : this[kind] + " " + text;
        _marks.AddRange(marks.Select(mark => (kind, mark)));
    }

    /// <summary>Says that cells of figures may hold what belongs to others.</summary>
    public void DoubtFigures(LocalText? doubt) => _doubt ??= doubt;

    /// <summary>Why a cell may hold what belongs to another.</summary>
    public LocalText? Doubt(CellKind kind) => kind is CellKind.Value or >= CellKind.FurtherFigure ? _doubt : null;

    /// <summary>The row with another group word.</summary>
    public TableRow WithGroup(string group)
    {
        _cells[CellKind.Group] = group;
        return this;
    }

    /// <summary>A group word in front of a number heads one row only: it is part of the label.</summary>
    public void MoveGroupBesideNumber()
    {
        if (this[CellKind.Group].Length > 0 && this[CellKind.Number].Length > 0)
        {
            _cells[CellKind.Label] = $"{this[CellKind.Group]} {this[CellKind.Label]}".TrimEnd();
            _cells[CellKind.Group] = "";
        }
    }

    /// <summary>Footnote marks of a cell.</summary>
    public ImmutableArray<string> Marks(CellKind kind) => [.. _marks.Where(m => m.Kind == kind).Select(m => m.Mark)];
}
