namespace Extractor.Ingest.Text;

/// <summary>Words that stand together on lines of column headings, with the columns of characters they cover.</summary>
/// <param name="Start">First column.</param>
/// <param name="End">Column behind the last.</param>
/// <param name="Text">The words.</param>
internal sealed record HeadingPiece(int Start, int End, string Text)
{
    /// <summary>The line it stands on.</summary>
    public int Line { get; init; }

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

    /// <summary>"thống kê chú" below "Số liệu" and "Ghi": a single blank parts words that go on with two headings.</summary>
    /// <param name="above">The pieces of the lines above.</param>
    public IEnumerable<HeadingPiece> PartBelow(List<HeadingPiece> above)
    {
        int start = 0, owner = -1;
        for (int at = 0; at < Text.Length;)
        {
            int end = Text.IndexOf(' ', at);
            end = end < 0 ? Text.Length : end;
            double middle = Start + ((at + end) / 2.0);
            int below = above.FindIndex(piece => middle > piece.Start - 0.5 && middle < piece.End + 0.5);
            if (below >= 0 && owner >= 0 && below != owner && above[below].Line == above[owner].Line)
            {
                yield return new HeadingPiece(Start + start, Start + at - 1, Text[start..(at - 1)]);
                start = at;
            }

            owner = below >= 0 ? below : owner;
            at = end + 1;
        }

        yield return start == 0 ? this : new HeadingPiece(Start + start, End, Text[start..]);
    }

    /// <summary>Joins pieces that stand above each other ("Số" above "liệu"), save those that head several columns.</summary>
    /// <param name="pieces">Pieces in reading order.</param>
    /// <param name="spansColumns">Whether words head several columns, as "Kết quả thống kê" does.</param>
    public static List<HeadingPiece> Stack(List<HeadingPiece> pieces, Predicate<HeadingPiece> spansColumns)
    {
        var stacks = new List<HeadingPiece>();
        foreach (HeadingPiece piece in pieces)
        {
            int above = spansColumns(piece) ? -1 : stacks.FindIndex(s => s.Start < piece.End && piece.Start < s.End && !spansColumns(s));
            if (above < 0)
            {
                stacks.Add(piece);
            }
            else
            {
                HeadingPiece stack = stacks[above];
                stacks[above] = new HeadingPiece(Math.Min(stack.Start, piece.Start), Math.Max(stack.End, piece.End), $"{stack.Text} {piece.Text}") { Line = stack.Line };
            }
        }

        return stacks;
    }
}
