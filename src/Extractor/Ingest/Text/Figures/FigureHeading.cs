namespace Extractor.Ingest.Text.Figures;

/// <summary>Header lines above a wide table, given to the columns they stand over.</summary>
internal static class FigureHeading
{
    private const int MostLines = 16;
    private const int LongestSinglePiece = 45;

    /// <summary>First line of the header above a table.</summary>
    public static int StartOf(IReadOnlyList<TextLine> lines, int firstRow)
    {
        int start = firstRow;
        for (int i = firstRow - 1; i >= 0 && i >= firstRow - MostLines && !lines[i].IsBlank; i--)
        {
            int pieces = HeadingPiece.PiecesOf(lines[i]).Count;
            if (pieces == 1 && lines[i].Text.Length > LongestSinglePiece)
            {
                break;
            }

            // Titles stand alone on their lines; the header starts with several headings side by side.
            start = pieces > 1 ? i : start;
        }

        return start;
    }

    /// <summary>Texts of the header: number, label, the group over each column, the rest over each column, note.</summary>
    public static (string Number, string Label, (int First, int Last, string Text)[] Groups, string[] Leaves, string Note) Read(
        IReadOnlyList<TextLine> lines, int start, int end, FigureStrips strips)
    {
        string number = "", label = "", note = "";
        string[] leaves = new string[strips.Strips.Length];
        Array.Fill(leaves, "");
        (int First, int Last, string Text)[] groups = [];
        for (int i = start; i < end; i++)
        {
            List<HeadingPiece> pieces = HeadingPiece.PiecesOf(lines[i]);
            if (pieces.TrueForAll(p => !HasLetters(p.Text) || p.Text.Length == 1))
            {
                continue;
            }

            List<HeadingPiece> over = [];
            foreach (HeadingPiece piece in pieces)
            {
                int column = strips.ColumnAt(piece.Middle);
                if (column < 0 && piece.Middle < strips.LabelStart)
                {
                    Append(ref number, piece.Text);
                }
                else if (column < 0)
                {
                    Append(ref label, piece.Text);
                }
                else if (column == leaves.Length)
                {
                    Append(ref note, piece.Text);
                }
                else
                {
                    over.Add(piece);
                }
            }

            if (i == start)
            {
                groups = [.. HeadingTiles.Of(over, strips, HeadingTiles.LowColumns(lines, start, end, strips)).Where(g => g.Last > g.First)];
                over.RemoveAll(p => groups.Any(g => g.Text == p.Text));
            }

            over.ForEach(p => Spread(p, strips, leaves));
        }

        return (number, label, groups, leaves, note);
    }

    // A heading in the middle of two columns heads both.
    private static void Spread(HeadingPiece piece, FigureStrips strips, string[] leaves)
    {
        int own = strips.ColumnAt(piece.Middle);
        for (int column = 0; column < leaves.Length; column++)
        {
            double left = strips.BorderBefore(column), right = strips.BorderBehind(column);
            bool isNear = Math.Abs(piece.Middle - left) < (right - left) / 4 || Math.Abs(piece.Middle - right) < (right - left) / 4;
            bool isOver = piece.Start <= strips.Strips[column].Start && piece.End >= strips.Strips[column].End;
            if (column == own || (isNear && piece.Start < right && piece.End > left && Math.Abs(column - own) == 1) || (isOver && column != own))
            {
                Append(ref leaves[column], piece.Text);
            }
        }
    }

    private static void Append(ref string text, string more) => text = text.Length == 0 ? more : $"{text} {more}";

    private static bool HasLetters(string text) => text.Any(char.IsLetter);
}
