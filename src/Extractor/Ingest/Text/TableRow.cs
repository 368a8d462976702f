using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>The cells of a row while they are collected.</summary>
internal sealed class TableRow
{
    private readonly Dictionary<CellKind, string> _cells = [];
    private readonly List<(CellKind Kind, string Mark)> _marks = [];

    /// <summary>The text of a cell; empty if it has none.</summary>
    public string this[CellKind kind] => _cells.GetValueOrDefault(kind, "");

    /// <summary>Adds to a cell.</summary>
    public void Append(CellKind kind, string text, IEnumerable<string> marks)
    {
        _cells[kind] = text.Length == 0 ? this[kind] : this[kind].Length == 0 ? text : this[kind] + " " + text;
        _marks.AddRange(marks.Select(mark => (kind, mark)));
    }

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
