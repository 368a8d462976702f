namespace Extractor.Ingest.Text;

/// <summary>Words that stand together on lines of column headings, with the columns of characters they cover.</summary>
/// <param name="Start">First column.</param>
/// <param name="End">Column behind the last.</param>
/// <param name="Text">The words.</param>
internal sealed record HeadingPiece(int Start, int End, string Text)
{
    /// <summary>The middle of the words.</summary>
    public double Middle => (Start + End) / 2.0;

    /// <summary>The parts of a line between runs of two and more blanks.</summary>
    public static List<HeadingPiece> PiecesOf(TextLine line)
    {
        var pieces = new List<HeadingPiece>();
        string text = line.Text;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ' ' && i + 1 < text.Length && text[i + 1] == ' '))
            {
                pieces.Add(new HeadingPiece(line.Indent + start, line.Indent + i, text[start..i]));
                while (i < text.Length && text[i] == ' ')
                {
                    i++;
                }

                start = i;
            }
        }

        return pieces;
    }

    /// <summary>Joins pieces that stand above each other ("Số" above "liệu"), save those that head several columns.</summary>
    /// <param name="pieces">Pieces in reading order.</param>
    /// <param name="spansColumns">Whether words head several columns, as "Kết quả thống kê" does.</param>
    public static List<HeadingPiece> Stack(List<HeadingPiece> pieces, Predicate<string> spansColumns)
    {
        var stacks = new List<HeadingPiece>();
        foreach (HeadingPiece piece in pieces)
        {
            int above = spansColumns(piece.Text) ? -1 : stacks.FindIndex(s => s.Start < piece.End && piece.Start < s.End && !spansColumns(s.Text));
            if (above < 0)
            {
                stacks.Add(piece);
            }
            else
            {
                HeadingPiece stack = stacks[above];
                stacks[above] = new HeadingPiece(Math.Min(stack.Start, piece.Start), Math.Max(stack.End, piece.End), $"{stack.Text} {piece.Text}");
            }
        }

        return stacks;
    }
}
