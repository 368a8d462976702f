namespace Extractor.Ingest.Text;

/// <summary>Judges labels: they start with a capital or a dash, wrap only where a line is full, and read like known labels.</summary>
internal sealed class LabelScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    private const double UnknownPair = 0.15;
    private const double KnownWords = 0.05;
    private const double KnownLabel = 2.5;
    private const double NoLabelGoesOn = -14;
    private const int LongestKnownLabel = 512;
    private const double CapitalWidth = 1.25;

    // Coded options have a column of their own, or stand behind the label in a bracket.
    private const double EqualsSign = 2;
    private const double EqualsInBracket = 0.3;

    public override int MaxLength => 90;

    public override int Score(int start, Span<double> scores)
    {
        double score = ScoreStart(Text.Tokens[start]) - CostInsideHeading(start);
        int open = 0, count = 0;
        Span<char> letters = stackalloc char[LongestKnownLabel];
        int length = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            if (i > start)
            {
                score += ScoreStep(Text.Tokens[i - 1], token, i, open);
            }

            if (score < NoLabelGoesOn)
            {
                break;
            }

            open = Math.Max(0, open + token.Word.Opens);
            length = Append(token.Word.Keys, letters, length);
            bool isKnown = length >= 0 && token.Text[^1] != ':' && vocabulary.IsLabel(letters[..length]);
            scores[count] = score + ScoreEnd(token, open, i + 1) + (isKnown ? KnownLabel : 0);
        }

        return count;
    }

    // Negative where no label begins with the letters so far.
    private int Append(string key, Span<char> letters, int length)
    {
        if (length < 0 || length + key.Length > letters.Length)
        {
            return -1;
        }

        key.CopyTo(letters[length..]);
        return vocabulary.IsLabelStart(letters[..(length + key.Length)]) || length + key.Length == 0 ? length + key.Length : -1;
    }

    private double ScoreStart(TableToken token)
    {
        char c = token.Text[0];
        double score = c is '-' or '+' or '*' or '•' ? 0.5
            : char.IsUpper(c) ? 0.7
            : char.IsDigit(c) || c is '%' or '=' or ')' ? -2.5
            : c is '(' ? -2.5 : token.AfterHeader ? 0.3 : -1.5;
        return vocabulary.StartsLabel(token.Word.FirstKey) ? score + 0.6 : score;
    }

    private double ScoreStep(TableToken before, TableToken token, int position, int open)
    {
        double score = -CostOfGapBefore(token) + (open > 0 ? 0.05 : 0);
        if (before.Word.HasKeys && token.Word.HasKeys)
        {
            score -= vocabulary.HasPair(before.Word.LastKey, token.Word.FirstKey) ? 0
                : before.Word.LastKey >= 0 && token.Word.FirstKey >= 0 ? KnownWords : UnknownPair;
            score -= KnownWords * token.Word.UnknownPairsInside;
        }

        if (token.Word.HasEqualsSign)
        {
            score -= open > 0 ? EqualsInBracket : EqualsSign;
        }

        if (token.Word.IsFigure && open == 0 && !before.Word.PrecedesNumber && IsEdge(position + 1))
        {
            score -= before.Text[^1] == ':' ? 3 : 1.2;
        }

        return score + (token.StartsLine ? ScoreWrap(before, token) : ScoreCapital(before, token));
    }

    private double ScoreWrap(TableToken before, TableToken token)
    {
        double score = char.IsLower(token.Text[0]) ? 0.3 : 0;
        if (token.Word.IsTitleCase)
        {
            score -= before.Word.Dangles || before.Text[^1] is ',' ? 0.3 : 1;
        }

        if (token.Text[0] is '-' or '+' || (token.Number is not null && token.Text[^1] == '.'))
        {
            score -= 1.5;
        }

        if (Text.LabelWidth > 0 && !token.AfterHeader)
        {
            double letters = token.LineBefore + 1.0 + token.Text.Length;
            double filled = letters * (before.Word.IsCapitals && token.Word.IsCapitals ? CapitalWidth : 1) / Text.LabelWidth;
            score -= filled < 0.6 ? 3 : filled < 0.75 ? 1.2 : filled < 0.88 ? 0.4 : 0;
        }

        return score;
    }

    private double ScoreCapital(TableToken before, TableToken token) =>
        token.Word.IsTitleCase && char.IsLower(before.Text[^1])
        && !vocabulary.HasPair(before.Word.LastKey, token.Word.FirstKey) ? -0.4 : 0;

    private double ScoreEnd(TableToken token, int open, int next)
    {
        double score = open > 0 ? -2.5 : 0;
        if (vocabulary.EndsLabel(token.Word.LastKey))
        {
            score += 0.4;
        }

        if (token.Word.Dangles)
        {
            score -= 1.5;
        }

        if (token.Word.PrecedesNumber && next < Text.Tokens.Length && Text.Tokens[next].Word is { IsFigure: true })
        {
            score -= 1.5;
        }

        bool hasEmptyCells = next < Text.Tokens.Length && Text.Tokens[next].EmptyCells > 1;
        return token.Text[^1] is ',' or '/' or '-' || (token.Text[^1] == ':' && !hasEmptyCells) ? score - 2.5 : score;
    }
}
