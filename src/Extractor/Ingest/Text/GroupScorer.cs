namespace Extractor.Ingest.Text;

/// <summary>Judges words that stand in the number column over several rows, such as "Trong đó", which a narrow column may break ("Tron", "g đó").</summary>
internal sealed class GroupScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    public override int MaxLength => 6;

    public override int Score(int start, Span<double> scores)
    {
        TableToken first = Text.Tokens[start];
        if ((!first.StartsLine && !first.AfterWideGap && first.EmptyCells == 0) || !vocabulary.Words.StartsGroup(first.Word.Letters))
        {
            return 0;
        }

        string letters = "";
        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            if (token.Word.Letters.Length == 0)
            {
                break;
            }

            letters += token.Word.Letters;
            scores[count] = vocabulary.Words.PhraseOf("group", letters) is null || (token.Text[^1] == ':' && IsRowOfItsOwn(i + 1)) ? Impossible : 2;
        }

        return count;
    }

    // "Trong đó:" with the words of a row behind it, or with its empty cells, stands in the column of labels.
    private bool IsRowOfItsOwn(int next) => !IsEdge(next) || (next < Text.Tokens.Length && Text.Tokens[next].EmptyCells > 1);
}
