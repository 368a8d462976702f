namespace Extractor.Ingest.Text;

/// <summary>Judges labels: they start with a capital or a dash, wrap only where a line is full, and read like known labels.</summary>
internal sealed class LabelScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    private const double UnknownPair = 0.15;
    private const double KnownWords = 0.05;
    private const double NoLabelGoesOn = -14;

    public override int MaxLength => 90;

    public override int Score(int start, Span<double> scores)
    {
        double score = ScoreStart(Text.Tokens[start]);
        int open = 0;
        var letters = new System.Text.StringBuilder();
        int count = 0;
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

            open = Math.Max(0, open + token.Text.Count(c => c == '(') - token.Text.Count(c => c == ')'));
            foreach (string key in token.Keys)
            {
                letters.Append(key);
            }

            scores[count] = score + ScoreEnd(token, open) + (token.Text[^1] != ':' && vocabulary.IsLabel(letters.ToString()) ? 2.5 : 0);
        }

        return count;
    }

    private double ScoreStart(TableToken token)
    {
        char c = token.Text[0];
        double score = c is '-' or '+' or '*' or '•' ? 0.5
            : char.IsUpper(c) ? 0.7
            : char.IsDigit(c) || c is '%' or '=' or ')' ? -2.5
            : c is '(' ? -2.5 : token.AfterHeader ? 0.3 : -1.5;
        return token.Keys.Length > 0 && vocabulary.StartsLabel(token.Keys[0]) ? score + 0.6 : score;
    }

    private double ScoreStep(TableToken before, TableToken token, int position, int open)
    {
        double score = -CostOfGapBefore(token) + (open > 0 ? 0.05 : 0);
        if (before.Keys.Length > 0 && token.Keys.Length > 0)
        {
            score -= vocabulary.HasPair(before.Keys[^1], token.Keys[0]) ? 0
                : vocabulary.HasWord(before.Keys[^1]) && vocabulary.HasWord(token.Keys[0]) ? KnownWords : UnknownPair;
            for (int i = 1; i < token.Keys.Length; i++)
            {
                score -= vocabulary.HasPair(token.Keys[i - 1], token.Keys[i]) ? 0 : KnownWords;
            }
        }

        if (token.Text.Contains('=', StringComparison.Ordinal))
        {
            score -= 2;
        }

        if (IsFigure(token.Text) && IsEdge(position + 1) && open == 0
            && !(before.Keys.Length > 0 && vocabulary.Words.BeforeNumber.Contains(before.Keys[^1])))
        {
            score -= before.Text[^1] == ':' ? 3 : 1.2;
        }

        return score + (token.StartsLine ? ScoreWrap(before, token) : ScoreCapital(before, token));
    }

    private double ScoreWrap(TableToken before, TableToken token)
    {
        double score = char.IsLower(token.Text[0]) ? 0.3 : 0;
        if (IsTitleCase(token.Text))
        {
            score -= vocabulary.Words.Dangling.Contains(before.Letters) || before.Text[^1] is ',' ? 0.3 : 1;
        }

        if (token.Text[0] is '-' or '+' || (token.Number is not null && token.Text[^1] == '.'))
        {
            score -= 1.5;
        }

        if (Text.LabelWidth > 0 && !token.AfterHeader)
        {
            double filled = (token.LineBefore + 1.0 + token.Text.Length) / Text.LabelWidth;
            score -= filled < 0.6 ? 3 : filled < 0.75 ? 1.2 : filled < 0.88 ? 0.4 : 0;
        }

        return score;
    }

    private double ScoreCapital(TableToken before, TableToken token) =>
        IsTitleCase(token.Text) && char.IsLower(before.Text[^1])
        && !(before.Keys.Length > 0 && token.Keys.Length > 0 && vocabulary.HasPair(before.Keys[^1], token.Keys[0])) ? -0.4 : 0;

    private double ScoreEnd(TableToken token, int open)
    {
        double score = open > 0 ? -2.5 : 0;
        if (token.Keys.Length > 0 && vocabulary.EndsLabel(token.Keys[^1]))
        {
            score += 0.4;
        }

        if (vocabulary.Words.Dangling.Contains(token.Letters))
        {
            score -= 1.5;
        }

        return token.Text[^1] is ',' or ':' or '/' or '-' ? score - 2.5 : score;
    }
}
