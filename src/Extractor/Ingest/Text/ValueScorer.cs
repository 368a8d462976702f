namespace Extractor.Ingest.Text;

/// <summary>Judges figures: a number at the end of a line, a dash, a number with its unit, an itemised list, rarely words.</summary>
internal sealed class ValueScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    private const double WordCost = 0.06;
    private const double WordCostInItem = 0.03;
    private const double Hopeless = -16;
    private const int MostWordsOfUnit = 4;
    private const int LongestUnit = 64;
    private const double Broken = 6;

    public override int MaxLength => 120;

    public override int Score(int start, Span<double> scores)
    {
        TableToken first = Text.Tokens[start];
        bool isList = IsItemMark(first.Text) && (first.Word.HasDigit || first.Text.Length > 1 || !IsEdge(start + 1));
        bool figure = first.Word.IsFigure && !isList;
        double words = figure ? -2.2 : isList ? -1.7 : char.IsUpper(first.Text[0]) ? -2.5 : -3.5;
        words -= CostInsideHeading(start);
        bool inItem = isList;
        bool lineOpen = true;
        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            if (i > start)
            {
                words -= (inItem ? WordCostInItem : WordCost) + CostOfGapBefore(token);
                if (token.StartsLine && !figure)
                {
                    bool startsItem = isList && IsItemMark(token.Text);
                    words -= isList && !lineOpen && !startsItem ? 4.5 : 0;
                    inItem = startsItem || (inItem && lineOpen);
                    lineOpen = true;
                }
            }

            bool edge = IsEdge(i + 1);
            if (inItem && lineOpen && edge && i > start && token.Word.IsFigure && !Text.Tokens[i - 1].Word.PrecedesNumber)
            {
                words += Text.Tokens[i - 1].Text[^1] == ':' ? 3 : 2;
                lineOpen = false;
            }

            scores[count] = ScoreSimple(first, start, i, edge) ?? (HasLineInside(start, i, figure) ? Impossible : words - (edge ? 0 : 1.5));
            if (words < Hopeless || (figure && i - start > MostWordsOfUnit))
            {
                count++;
                break;
            }
        }

        return count;
    }

    private bool HasLineInside(int start, int last, bool figure)
    {
        for (int i = start + 1; figure && i <= last; i++)
        {
            if (Text.Tokens[i].StartsLine)
            {
                return true;
            }
        }

        return false;
    }

    private double? ScoreSimple(TableToken first, int start, int last, bool edge)
    {
        bool wide = first.AfterWideGap || first.EmptyCells > 0;
        if (start == last)
        {
            return first.Word.IsFigure ? (edge ? 2 : 0) + (wide ? 0.5 : 0)
                : first.Text is "-" or "–" or "x" or "X" ? (edge ? 1.2 : IsFollowedByNote(last + 1) ? 0.4 : -1)
                : null;
        }

        if (!first.Word.IsFigure || last - start > MostWordsOfUnit)
        {
            return null;
        }

        return IsBroken(start) ? (last == start + 1 ? (edge ? Broken : 0) : ScoreUnitBehind(start, start + 2, last, edge))
            : ScoreUnitBehind(start, start + 1, last, edge);
    }

    private bool IsBroken(int start) =>
        start + 1 < Text.Tokens.Length && Text.Tokens[start + 1] is { StartsLine: true, EmptyCells: 0, AfterWideGap: false } next
        && BrokenFigure.GoesOn(Text.Tokens[start].Text, next.Text);

    // "560 phiếu", "12 văn bản": the figure with its unit, which a narrow column may wrap.
    private double? ScoreUnitBehind(int start, int from, int last, bool edge)
    {
        Span<char> letters = stackalloc char[LongestUnit];
        int length = 0, lines = 0;
        double gaps = 0;
        for (int i = from; i <= last; i++)
        {
            TableToken token = Text.Tokens[i];
            if (!token.Word.IsPlain || token.AfterWideGap || length + token.Word.Letters.Length > LongestUnit)
            {
                return null;
            }

            lines += token.StartsLine ? 1 : 0;
            gaps += CostOfGapBefore(token);
            token.Word.Letters.CopyTo(letters[length..]);
            length += token.Word.Letters.Length;
        }

        bool isUnit = vocabulary.IsUnit(letters[..length]) || IsUnitInFront(letters[..length], start);
        return isUnit ? (edge ? 2.5 : 0.5) - gaps - (0.3 * lines)
            : lines == 0 && edge && last - from < 2 ? 0.8
            : null;
    }

    // "HS 531 hs": whatever the column of units says may stand behind the figure again.
    private bool IsUnitInFront(ReadOnlySpan<char> letters, int start)
    {
        int left = letters.Length;
        for (int i = start - 1; i >= 0 && left > 0; i--)
        {
            string word = Text.Tokens[i].Word.Letters;
            if (word.Length > left || !letters[..left].EndsWith(word, StringComparison.Ordinal))
            {
                return false;
            }

            left -= word.Length;
        }

        return left == 0 && letters.Length > 0;
    }

    private bool IsFollowedByNote(int next) => next < Text.Tokens.Length && Text.Tokens[next].Word.IsFigure;

    private static bool IsItemMark(string word) =>
        word[0] is '-' or '+' or '•' || (word.Length <= 3 && char.IsAsciiDigit(word[0]) && word[^1] is '.' or ')');
}
