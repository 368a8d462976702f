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
            if (i > start && !(Text.Tokens[i - 1].Text[^1] == '.' && Text.Tokens[i].StartsLine && char.IsAsciiDigit(Text.Tokens[i].Text[0])))
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

    private static double ScoreLook(RowNumber number, TableToken first) =>
        number.Style is NumberStyle.Lower or NumberStyle.Upper && first.Text.Length == 1 ? -2
        : number.Parts.Any(p => p > 60) ? -2.5
        : 0.3;
}
