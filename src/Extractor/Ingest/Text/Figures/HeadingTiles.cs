namespace Extractor.Ingest.Text.Figures;

/// <summary>
/// Finds which columns each heading of the topmost line is over: neighbouring ones around its middle. Header cells are centred in their height, so the
/// text of a column under a group stands lower than that of a column whose cell is as high as the header.
/// </summary>
internal static class HeadingTiles
{
    // In characters of being off the middle.
    private const double UncoveredLowCost = 25;
    private const double UncoveredCost = 1;
    private const double CoveredHighCost = 12;

    /// <summary>First and last column of each heading.</summary>
    /// <param name="pieces">Headings of the line.</param>
    /// <param name="strips">The columns.</param>
    /// <param name="isLow">Whether the text of each column stands in the lower part of the header.</param>
    public static List<(int First, int Last, string Text)> Of(List<HeadingPiece> pieces, FigureStrips strips, bool[] isLow)
    {
        int columns = isLow.Length;
        var cost = new double[pieces.Count + 1, columns + 1];
        var width = new int[pieces.Count + 1, columns + 1];
        for (int p = 0; p <= pieces.Count; p++)
        {
            for (int c = 0; c <= columns; c++)
            {
                cost[p, c] = c == 0 ? (p == 0 ? 0 : double.PositiveInfinity) : cost[p, c - 1] + (isLow[c - 1] ? UncoveredLowCost : UncoveredCost);
                double covered = 0;
                for (int w = 1; p > 0 && w <= c; w++)
                {
                    covered += isLow[c - w] ? 0 : CoveredHighCost;
                    double middle = (strips.BorderBefore(c - w) + strips.BorderBehind(c - 1)) / 2;
                    double with = cost[p - 1, c - w] + Math.Abs(middle - pieces[p - 1].Middle) + (w > 1 ? covered : 0);
                    (cost[p, c], width[p, c]) = with < cost[p, c] ? (with, w) : (cost[p, c], width[p, c]);
                }
            }
        }

        var tiles = new List<(int, int, string)>();
        for (int p = pieces.Count, c = columns; p > 0 && c > 0;)
        {
            int w = width[p, c];
            if (w > 0)
            {
                tiles.Insert(0, (c - w, c - 1, pieces[p - 1].Text));
                p--;
            }

            c -= Math.Max(1, w);
        }

        return tiles;
    }

    /// <summary>Whether the text of each column, the topmost line aside, has its middle below that of the header.</summary>
    public static bool[] LowColumns(IReadOnlyList<TextLine> lines, int start, int end, FigureStrips strips)
    {
        int count = strips.Strips.Length;
        int[] first = new int[count], last = new int[count];
        Array.Fill(first, -1);
        int lastOfHeader = start;
        for (int i = start; i < end; i++)
        {
            foreach (HeadingPiece piece in HeadingPiece.PiecesOf(lines[i]).Where(p => p.Text.Any(char.IsLetter)))
            {
                lastOfHeader = i;
                int column = strips.ColumnAt(piece.Middle);
                if (i > start && column >= 0 && column < count)
                {
                    first[column] = first[column] < 0 ? i : first[column];
                    last[column] = i;
                }
            }
        }

        double middle = (start + lastOfHeader) / 2.0;
        return [.. Enumerable.Range(0, count).Select(c => first[c] >= 0 && (first[c] + last[c]) / 2.0 > middle)];
    }
}
