using System.Buffers;
using System.Collections.Immutable;

namespace Extractor.Ingest.Text.Figures;

/// <summary>A line with several figures side by side, as a row of a wide table has.</summary>
/// <param name="Line">The line.</param>
/// <param name="Figures">The figures from left to right, with the columns of characters they cover.</param>
internal sealed record FigureLine(TextLine Line, ImmutableArray<HeadingPiece> Figures)
{
    /// <summary>Fewer figures than this are no row of a wide table.</summary>
    public const int FewestFigures = 3;

    private static readonly SearchValues<char> FigureLetters = SearchValues.Create("0123456789.,%/");

    /// <summary>Reads a line; null where it has no run of figures that wide gaps part.</summary>
    public static FigureLine? Read(TextLine line)
    {
        if (line.IsBlank || !line.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        List<HeadingPiece> pieces = HeadingPiece.PiecesOf(line);
        int first = pieces.Count, best = 0, bestFirst = 0;
        for (int i = 0; i <= pieces.Count; i++)
        {
            if (i < pieces.Count && IsFigure(pieces[i].Text))
            {
                first = Math.Min(first, i);
                continue;
            }

            int run = i - first;
            (best, bestFirst) = run > best ? (run, first) : (best, bestFirst);
            first = pieces.Count;
        }

        // The running number of a row without a label stands in front of its figures.
        return best >= FewestFigures ? new FigureLine(line, [.. pieces.GetRange(bestFirst, best)]) : null;
    }

    private static bool IsFigure(ReadOnlySpan<char> text) =>
        text is "-" or "–" or "x" || (char.IsAsciiDigit(text[0]) && text[^1] != '.' && text.IndexOfAnyExcept(FigureLetters) < 0);
}
