using System.Collections.Immutable;

namespace Extractor.Ingest.Text.Figures;

/// <summary>The columns of a wide table by where its figures stand: strips of characters that no figure leaves.</summary>
/// <param name="Strips">First character and the one behind the last of each column of figures.</param>
/// <param name="LabelStart">First character of the labels.</param>
/// <param name="LabelEnd">Character behind the longest label.</param>
internal sealed record FigureStrips(ImmutableArray<(int Start, int End)> Strips, int LabelStart, int LabelEnd)
{
    private const int WidestShift = 6;

    /// <summary>Finds the strips; null where the figures form fewer than three columns.</summary>
    public static FigureStrips? Find(IReadOnlyList<FigureLine> lines)
    {
        int width = lines.Max(l => l.Figures[^1].End) + 1;
        bool[] taken = new bool[width];
        // A row of a wrapped label has its running number in front of the figures, left of where labels start.
        int labelStart = lines.Min(l => FirstLetter(l.Line));
        foreach (HeadingPiece figure in lines.SelectMany(l => l.Figures).Where(f => f.Start > labelStart))
        {
            Array.Fill(taken, true, figure.Start, figure.End - figure.Start);
        }

        var strips = ImmutableArray.CreateBuilder<(int, int)>();
        for (int i = 0; i < width; i++)
        {
            if (taken[i])
            {
                int end = Array.IndexOf(taken, false, i);
                end = end < 0 ? width : end;
                strips.Add((i, end));
                i = end;
            }
        }

        MergeExclusive(strips, lines);
        if (strips.Count < FigureLine.FewestFigures || labelStart == int.MaxValue)
        {
            return null;
        }

        int first = strips[0].Item1;
        int labelEnd = lines.Max(l => LabelEndOf(l.Line, first));
        return new FigureStrips(strips.ToImmutable(), labelStart, Math.Min(labelEnd, first));
    }

    /// <summary>Border on the left of a column of figures, halfway to what stands in front of it.</summary>
    public double BorderBefore(int strip) => ((strip == 0 ? LabelEnd : Strips[strip - 1].End) + Strips[strip].Start) / 2.0;

    /// <summary>Border on the right of a column; the last one reaches as far as it does on its left.</summary>
    public double BorderBehind(int strip) =>
        strip + 1 < Strips.Length ? BorderBefore(strip + 1) : (2 * Middle(strip)) - BorderBefore(strip);

    /// <summary>Middle of a column.</summary>
    public double Middle(int strip) => (Strips[strip].Start + Strips[strip].End) / 2.0;

    /// <summary>The column a place belongs to; -1 for the labels, the number of columns for what stands behind.</summary>
    public int ColumnAt(double place)
    {
        if (place < BorderBefore(0))
        {
            return -1;
        }

        for (int strip = 0; strip < Strips.Length; strip++)
        {
            if (place < BorderBehind(strip) || (strip == Strips.Length - 1 && place <= Strips[strip].End))
            {
                return strip;
            }
        }

        return Strips.Length;
    }

    // A dash and a figure of one column may stand beside each other, but never on one line.
    private static void MergeExclusive(ImmutableArray<(int Start, int End)>.Builder strips, IReadOnlyList<FigureLine> lines)
    {
        for (int i = 0; i + 1 < strips.Count; i++)
        {
            (int start, int middle, int next, int end) = (strips[i].Start, strips[i].End, strips[i + 1].Start, strips[i + 1].End);
            bool areApart = next - middle > WidestShift
                || lines.Any(l => l.Figures.Any(f => f.Start >= start && f.End <= middle) && l.Figures.Any(f => f.Start >= next && f.End <= end));
            if (!areApart)
            {
                strips[i] = (start, end);
                strips.RemoveAt(i + 1);
                i--;
            }
        }
    }

    private static int FirstLetter(TextLine line)
    {
        for (int i = 0; i < line.Text.Length; i++)
        {
            // "A" and "IV" number groups; a label has two letters side by side.
            if (char.IsLetter(line.Text[i]) && i + 1 < line.Text.Length && char.IsLower(line.Text[i + 1]))
            {
                return line.Indent + i;
            }
        }

        return int.MaxValue;
    }

    private static int LabelEndOf(TextLine line, int firstStrip)
    {
        int end = Math.Clamp(firstStrip - line.Indent, 0, line.Text.Length);
        return line.Indent + line.Text.AsSpan(0, end).TrimEnd().Length;
    }
}
