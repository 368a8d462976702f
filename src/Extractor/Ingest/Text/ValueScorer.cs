namespace Extractor.Ingest.Text;

/// <summary>Judges figures: a number at the end of a line, a dash, a number with its unit, an itemised list, rarely words.</summary>
internal sealed class ValueScorer(TableText text) : CellScorer(text)
{
    private const double WordCost = 0.06;
    private const double WordCostInItem = 0.03;

    public override int MaxLength => 120;

    public override int Score(int start, Span<double> scores)
    {
        TableToken first = Text.Tokens[start];
        bool figure = IsFigure(first.Text) && !IsItemMark(first.Text);
        bool isList = IsItemMark(first.Text);
        double words = figure ? -2.2 : isList ? -1.7 : char.IsUpper(first.Text[0]) ? -2.5 : -3.5;
        bool inItem = isList;
        bool lineOpen = true;
        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            if (i > start)
            {
                words -= (inItem ? WordCostInItem : WordCost) + CostOfGapBefore(token);
                if (token.StartsLine)
                {
                    if (figure)
                    {
                        break;
                    }

                    bool startsItem = isList && IsItemMark(token.Text);
                    words -= isList && !lineOpen && !startsItem ? 4.5 : 0;
                    inItem = startsItem || (inItem && lineOpen);
                    lineOpen = true;
                }
            }

            bool edge = IsEdge(i + 1);
            if (inItem && lineOpen && edge && IsFigure(token.Text) && i > start)
            {
                words += Text.Tokens[i - 1].Text[^1] == ':' ? 3 : 2;
                lineOpen = false;
            }

            scores[count] = ScoreSimple(first, start, i, edge) is { } simple ? simple : words - (edge ? 0 : 1.5);
        }

        return count;
    }

    private double? ScoreSimple(TableToken first, int start, int last, bool edge)
    {
        bool wide = first.AfterWideGap || first.EmptyCells > 0;
        if (start == last)
        {
            return IsFigure(first.Text) ? (edge ? 2 : 0) + (wide ? 0.5 : 0)
                : first.Text is "-" or "–" or "x" or "X" ? (edge ? 1.2 : -1)
                : null;
        }

        bool sameLine = !Text.Tokens[last].StartsLine && last - start <= 2;
        return sameLine && edge && IsFigure(first.Text) && Enumerable.Range(start + 1, last - start).All(i => IsPlainWord(i)) ? 0.8 : null;
    }

    private bool IsPlainWord(int position)
    {
        TableToken token = Text.Tokens[position];
        return !token.StartsLine && !token.AfterWideGap && token.Text.All(c => char.IsLower(c) || c is '%' or '/' or '.');
    }

    private static bool IsItemMark(string word) =>
        word[0] is '-' or '+' or '•' || (word.Length <= 3 && char.IsAsciiDigit(word[0]) && word[^1] is '.' or ')');
}
