namespace Extractor.Ingest.Text.Figures;

/// <summary>A row of a wide table; a line of it while its label and note are still being joined.</summary>
internal sealed class FigureRow
{
    private static readonly string[] Connectors = ["-", "–", ",", "/", "&", "và", "của", "về"];

    /// <summary>Running number; empty if there is none.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Label, its lines joined.</summary>
    public string Label { get; set; } = "";

    /// <summary>Figures by column; empty in the row of a group.</summary>
    public required string[] Figures { get; init; }

    /// <summary>What stands behind the figures.</summary>
    public string Note { get; set; } = "";

    /// <summary>Lines of the label above the figures that have none below them yet: a label of three lines stands around its figures.</summary>
    public int LabelOwed { get; set; }

    /// <summary>Lines of the note above the figures that have none below them yet.</summary>
    public int NoteOwed { get; set; }

    /// <summary>Whether the label cannot end here.</summary>
    public bool IsLabelOpen => Connectors.Any(c => Label.EndsWith(c, StringComparison.Ordinal) && (c.Length < 2 || Label.EndsWith(" " + c, StringComparison.Ordinal)));

    /// <summary>Whether the label starts as labels do; a small letter goes on with the line above.</summary>
    public bool StartsLabel => Label.Length > 0 && !char.IsLower(Label[0]);

    /// <summary>Whether a figure stands in it.</summary>
    public bool HasFigures => Array.Exists(Figures, f => f.Length > 0);

    /// <summary>Cuts a line at the columns.</summary>
    public static FigureRow Cut(TextLine line, FigureStrips strips)
    {
        string[] figures = new string[strips.Strips.Length];
        Array.Fill(figures, "");
        string label = "", note = "";
        foreach (HeadingPiece piece in HeadingPiece.PiecesOf(line))
        {
            int column = strips.ColumnAt(piece.Middle);
            if (column < 0)
            {
                label = Join(label, piece.Text);
            }
            else if (column == figures.Length)
            {
                note = Join(note, piece.Text);
            }
            else
            {
                figures[column] = Join(figures[column], piece.Text);
            }
        }

        int space = label.IndexOf(' ', StringComparison.Ordinal);
        string first = space < 0 ? label : label[..space];
        bool isNumber = first.Length > 0 && Numbering.Parse(first) is not null && (space > 0 || !first.Any(char.IsLower));
        return new FigureRow
        {
            Number = isNumber ? first : "",
            Label = isNumber ? (space < 0 ? "" : label[(space + 1)..].Trim()) : label,
            Figures = figures,
            Note = note,
        };
    }

    /// <summary>Two lines of a text as one.</summary>
    public static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} {b}";
}
