using System.Collections.Immutable;

namespace Extractor.Pdf.Content;

/// <summary>Joins collinear pieces of one direction into rulings, and drops doubles and what stays too short to bound anything.</summary>
internal sealed class RulingMerger(bool isHorizontal)
{
    // Pieces whose positions differ by less lie on one line; a line's pieces never spread wider than this in all.
    private const double SameLine = 0.6;
    private const double LineSpread = 1.2;

    // Cells drawn one by one leave gaps of about a line's width.
    private const double SmallGap = 1.5;

    // Pieces this short are dots and dashes; between them the gap may be twice the piece, as in dotted borders.
    private const double LongestDash = 8;
    private const double ShortestRuling = 4;

    private readonly List<Piece> _pieces = [];

    public void Clear() => _pieces.Clear();

    public void Add(double position, double from, double to, double thickness) => _pieces.Add(new Piece(position, from, to, thickness));

    /// <summary>Appends the merged rulings, by position and then by start.</summary>
    public void MergeInto(ImmutableArray<PdfRuling>.Builder rulings)
    {
        Span<Piece> pieces = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces);
        pieces.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        int start = 0;
        for (int i = 1; i <= pieces.Length; i++)
        {
            bool isSameLine = i < pieces.Length
                && pieces[i].Position - pieces[i - 1].Position <= SameLine
                && pieces[i].Position - pieces[start].Position <= LineSpread;
            if (isSameLine)
                continue;
            if (i > start)
                MergeLine(pieces[start..i], rulings);
            start = i;
        }
    }

    private void MergeLine(Span<Piece> line, ImmutableArray<PdfRuling>.Builder rulings)
    {
        line.Sort(static (a, b) => a.From.CompareTo(b.From));
        Piece merged = line[0];
        double weight = Math.Max(merged.Length, 0.01);
        double lastLength = merged.Length;
        foreach (Piece piece in line[1..])
        {
            if (piece.From - merged.To > AllowedGap(lastLength, piece.Length))
            {
                Emit(merged, rulings);
                (merged, weight, lastLength) = (piece, Math.Max(piece.Length, 0.01), piece.Length);
                continue;
            }

            double added = Math.Max(piece.Length, 0.01);
            merged = new Piece(
                ((merged.Position * weight) + (piece.Position * added)) / (weight + added),
                merged.From, Math.Max(merged.To, piece.To), Math.Max(merged.Thickness, piece.Thickness));
            weight += added;
            lastLength = piece.Length;
        }

        Emit(merged, rulings);
    }

    private static double AllowedGap(double before, double after) =>
        Math.Max(before, after) <= LongestDash ? Math.Max(SmallGap, 2 * Math.Min(before, after)) : SmallGap;

    private void Emit(in Piece piece, ImmutableArray<PdfRuling>.Builder rulings)
    {
        if (piece.Length < ShortestRuling)
            return;
        rulings.Add(isHorizontal
            ? new PdfRuling(piece.From, piece.Position, piece.To, piece.Position, piece.Thickness)
            : new PdfRuling(piece.Position, piece.From, piece.Position, piece.To, piece.Thickness));
    }

    private readonly record struct Piece(double Position, double From, double To, double Thickness)
    {
        public double Length => To - From;
    }
}
