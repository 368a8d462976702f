using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Ingest.Text;

/// <summary>The column headings of a table in a text.</summary>
/// <param name="Start">First line.</param>
/// <param name="End">Line behind the last.</param>
/// <param name="Letters">Its letters in a row, by which a repetition is known wherever its lines break.</param>
/// <param name="Printed">Headings as printed, by kind.</param>
internal sealed record TableHeading(int Start, int End, string Letters, ImmutableDictionary<string, string> Printed)
{
    /// <summary>Headings of the columns of figures in printed order; one or none in most tables.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>Headings of several columns of figures that the lines do not tell apart; empty where they do.</summary>
    public ImmutableArray<string> Unparted { get; init; } = [];

    /// <summary>Whether rows stand between them, so that they need not be printed in the order in which they stand in the text.</summary>
    public bool IsTorn { get; init; }

    /// <summary>Which of these is the column that the other readers call the value.</summary>
    public int Reported { get; init; }

    /// <summary>Whether the table has a column of units.</summary>
    public bool HasUnits { get; init; } = true;

    /// <summary>Whether the unit is printed behind the figure.</summary>
    public bool HasUnitLast { get; init; }

    /// <summary>The columns of a table with these headings, the number first.</summary>
    public ImmutableArray<CellKind> Columns =>
    [
        CellKind.Number, CellKind.Label, .. HasUnits ? [CellKind.Unit] : ReadOnlySpan<CellKind>.Empty,
        .. Figures.Length < 2 ? [CellKind.Value] : Figures.Select((_, i) => FigureAt(i)).ToArray(), CellKind.Note,
    ];

    /// <summary>The kind of a column of figures.</summary>
    public CellKind FigureAt(int place) => place == Reported ? CellKind.Value : CellKind.FurtherFigure + place;

    /// <summary>The name under which the heading of a further column of figures is printed.</summary>
    public static string NameOf(CellKind column) => string.Create(CultureInfo.InvariantCulture, $"figure-heading-{(int)column}");

    /// <summary>The heading of a column, or the usual one.</summary>
    public string Title(CellKind column) => column switch
    {
        CellKind.Number => "STT",
        CellKind.Label => Printed.GetValueOrDefault("label-heading", "Chỉ tiêu"),
        CellKind.Unit => Printed.GetValueOrDefault("unit-heading", "Đơn vị tính"),
        CellKind.Value when Figures.Length > 1 => Figures[Reported],
        >= CellKind.FurtherFigure when Figures.Length > 1 => Figures[column - CellKind.FurtherFigure],
        CellKind.Value => Printed.GetValueOrDefault("value-heading", Printed.GetValueOrDefault("result-heading", "Số liệu")),
        CellKind.Note => Printed.GetValueOrDefault("note-heading", "Ghi chú"),
        >= CellKind.FurtherFigure => Printed.GetValueOrDefault(NameOf(column), ""),
        _ => "",
    };

    /// <summary>The line behind a repetition of these headings that starts with a line; null if none does.</summary>
    public int? Repeats(IReadOnlyList<TextLine> lines, int start)
    {
        int matched = 0;
        for (int i = start; i < lines.Count; i++)
        {
            string letters = FoldedText.Letters(lines[i].Text);
            if (letters.Length > 0 && !Letters.AsSpan(matched).StartsWith(letters, StringComparison.Ordinal))
            {
                return null;
            }

            matched += letters.Length;
            if (matched == Letters.Length)
            {
                return i + 1;
            }
        }

        return null;
    }
}
