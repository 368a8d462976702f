namespace Extractor.Ingest.Text;

/// <summary>Tells headings that stand over several columns by what stands below them: "Kết quả" over "Kế hoạch", "Thực hiện" and "So sánh".</summary>
internal static class HeadingSpan
{
    /// <summary>Whether some line below has two headings in the room of this one, which it stands over.</summary>
    /// <param name="piece">A heading.</param>
    /// <param name="pieces">All pieces of the headings.</param>
    public static bool IsOverSeveral(HeadingPiece piece, List<HeadingPiece> pieces)
    {
        int left = int.MinValue, right = int.MaxValue;
        bool hasNeighbour = false;
        foreach (HeadingPiece other in pieces)
        {
            if (other.Line == piece.Line && other != piece)
            {
                left = other.End <= piece.Start ? Math.Max(left, other.End) : left;
                right = other.Start >= piece.End ? Math.Min(right, other.Start) : right;
                hasNeighbour |= other.End <= piece.Start || other.Start >= piece.End;
            }
        }

        // A heading alone on its line may be the first word of a tall one.
        return hasNeighbour && pieces.Exists(first => first.Line > piece.Line && IsIn(first, left, right)
            && pieces.Exists(second => second.Line == first.Line && second.Start >= first.End && IsIn(second, left, right)
                && first.Start < piece.End && second.End > piece.Start && first.Middle < piece.Middle + 1 && second.Middle > piece.Middle - 1));
    }

    private static bool IsIn(HeadingPiece piece, int left, int right) => piece.Start >= left && piece.End <= right;
}
