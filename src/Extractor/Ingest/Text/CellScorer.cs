namespace Extractor.Ingest.Text;

/// <summary>Judges how well a run of words serves as one cell of a column. Scores are log-odds by rule of thumb: 1 is weak, 3 is strong.</summary>
/// <param name="text">The words.</param>
internal abstract class CellScorer(TableText text)
{
    private const double EmptyCellInside = 1.2;
    private const double WideGapInside = 1.5;
    private const double CutCell = 0.5;
    private const double InsideHeading = 5;

    /// <summary>The score of what cannot be.</summary>
    public const double Impossible = double.NegativeInfinity;

    /// <summary>The words.</summary>
    protected TableText Text { get; } = text;

    /// <summary>Words the longest such cell may have.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Scores the cells that start with a word: element n is the cell of n + 1 words.</summary>
    /// <returns>How many lengths were scored.</returns>
    public abstract int Score(int start, Span<double> scores);

    /// <summary>How much the gap in front of a word tells against its belonging to the same cell.</summary>
    protected double CostOfGapBefore(TableToken token)
    {
        if (token.AfterHeader)
        {
            return CutCell;
        }

        double cost = EmptyCellInside * Text.BlankWeight * Math.Min(token.EmptyCells, 3);
        cost += token.AfterWideGap ? WideGapInside : 0;
        if (token.StartsLine)
        {
            cost += token.LineEnds < Text.UsualGap ? 0.8 : token.LineEnds > Text.UsualGap ? 1.5 : 0;
        }

        return cost;
    }

    /// <summary>How much the words in front of a cell tell that it is the rest of a heading in capitals.</summary>
    protected double CostInsideHeading(int start) =>
        start > 1 && Text.Tokens[start] is { EmptyCells: 0, AfterWideGap: false } first && first.Word.IsCapitals
        && Text.Tokens[start - 1] is { Number: null } before && before.Word.IsCapitals && Text.Tokens[start - 2].Word.IsCapitals ? InsideHeading : 0;

    /// <summary>Whether a line, an empty cell, a wide gap or the text ends in front of this position.</summary>
    protected bool IsEdge(int position) =>
        position >= Text.Tokens.Length || Text.Tokens[position].StartsLine
        || Text.Tokens[position].EmptyCells > 0 || Text.Tokens[position].AfterWideGap;
}
