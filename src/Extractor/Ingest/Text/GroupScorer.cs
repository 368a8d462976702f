namespace Extractor.Ingest.Text;

/// <summary>Judges words that stand in the number column over several rows, such as "Trong đó".</summary>
internal sealed class GroupScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    public override int MaxLength => 4;

    public override int Score(int start, Span<double> scores)
    {
        if (!Text.Tokens[start].StartsLine && !Text.Tokens[start].AfterWideGap)
        {
            return 0;
        }

        List<string> words = [];
        int count = 0;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            words.Add(Text.Tokens[i].Letters);
            scores[count] = vocabulary.Words.MatchStart("group", words) == words.Count ? 2 : Impossible;
            if (Text.Tokens[i].Text[^1] == ':' && !IsEdge(i + 1))
            {
                scores[count] = Impossible;
            }
        }

        return count;
    }
}
