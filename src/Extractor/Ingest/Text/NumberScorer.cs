namespace Extractor.Ingest.Text;

/// <summary>Judges row numbers by their look; narrow columns break them over lines ("3.3." and "1").</summary>
internal sealed class NumberScorer(TableText text) : CellScorer(text)
{
    public override int MaxLength => 3;

    public override int Score(int start, Span<double> scores)
    {
        TableToken first = Text.Tokens[start];
        if (!first.StartsLine && !first.AfterWideGap && first.EmptyCells == 0)
        {
            return 0;
        }

        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            if (i > start && !GoesOn(Text.Tokens[i - 1], Text.Tokens[i]))
            {
                break;
            }

            scores[count] = Read(start, count + 1) is { } number ? ScoreLook(number, first) + (0.3 * count) : Impossible;
        }

        return count;
    }

    /// <summary>The number that some words make up.</summary>
    public RowNumber? Read(int start, int length) =>
        length == 1 ? Text.Tokens[start].Number
        : Numbering.Parse(string.Concat(Enumerable.Range(start, length).Select(i => Text.Tokens[i].Text)));

    // "3.3." and "1", or "3.3.1" and the point that no longer fitted.
    private static bool GoesOn(TableToken before, TableToken token) =>
        token.StartsLine && char.IsAsciiDigit(before.Text[0])
        && (token.Text[0] == '.' || (before.Text[^1] == '.' && char.IsAsciiDigit(token.Text[0])));

    private static double ScoreLook(RowNumber number, TableToken first) =>
        number.Style is NumberStyle.Lower or NumberStyle.Upper && first.Text.Length == 1 ? -2
        : number.Parts.Any(p => p > 60) ? -2.5
        : 0.3;
}
