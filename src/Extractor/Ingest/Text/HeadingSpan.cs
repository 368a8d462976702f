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

        // A heading that goes on between two others is as tall as they are: "Đơn vị" above "tính" beside "Chỉ tiêu" and "Số liệu".
        // A heading alone on its line may be the first word of a tall one.
        bool GoesOn(HeadingPiece below) => pieces.Exists(other => other != piece && other.Line <= piece.Line && other.Start < below.End && other.End > below.Start);
        return hasNeighbour && pieces.Exists(first => first.Line > piece.Line && IsIn(first, left, right) && !GoesOn(first)
            && pieces.Exists(second => second.Line == first.Line && !GoesOn(second) && second.Start >= first.End && IsIn(second, left, right)
                && first.Start < piece.End && second.End > piece.Start && first.Middle < piece.Middle + 1 && second.Middle > piece.Middle - 1
                && !pieces.Exists(rest => rest.Line > piece.Line && rest.Line != first.Line && IsIn(rest, first.End, second.Start) && rest.Start < piece.End && rest.End > piece.Start)));
    }

    private static bool IsIn(HeadingPiece piece, int left, int right) => piece.Start >= left && piece.End <= right;
}
