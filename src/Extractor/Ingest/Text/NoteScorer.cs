namespace Extractor.Ingest.Text;

/// <summary>Judges remarks: any words, usually in a narrow column.</summary>
internal sealed class NoteScorer(TableText text) : CellScorer(text)
{
    private const double WordCost = 0.08;
    private const double NoNoteGoesOn = -16;

    public override int MaxLength => 120;

    public override int Score(int start, Span<double> scores)
    {
        double score = -1 - CostInsideHeading(start);
        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            if (i > start)
            {
                score -= WordCost + CostOfGapBefore(token) + CostOfLine(token);
            }

            if (score < NoNoteGoesOn)
            {
                break;
            }

            scores[count] = IsEdge(i + 1) ? score : score - 3;
        }

        return count;
    }

    private double CostOfLine(TableToken token) =>
        !token.StartsLine ? 0
        : (token.Number is not null ? 0.7 : token.Word.IsTitleCase ? 0.3 : 0)
        + (Text.LabelWidth > 0 && token.LineBefore > 0.6 * Text.LabelWidth ? 0.8 : 0);
}
