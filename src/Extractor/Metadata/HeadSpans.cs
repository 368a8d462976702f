namespace Extractor.Metadata;

/// <summary>Characters that words cover.</summary>
internal static class HeadSpans
{
    /// <summary>Spans of words in order, neighbours on one line as one span.</summary>
    public static IEnumerable<HeadSpan> Cover(HeadText head, ReadOnlySpan<HeadToken> tokens)
    {
        var spans = new List<HeadSpan>();
        foreach (HeadToken token in tokens)
        {
            // Words of other columns between two words part them; the characters between neighbours are few and no letters.
            if (spans.Count > 0 && head.Text.AsSpan(spans[^1].End, token.Start - spans[^1].End) is var gap && IsPlain(gap))
            {
                spans[^1] = new HeadSpan(spans[^1].Start, token.End);
            }
            else
            {
                spans.Add(token.Span);
            }
        }

        return spans;
    }

    /// <summary>Characters between two words; a single line feed where words were taken out between them.</summary>
    public static ReadOnlySpan<char> Between(HeadText head, HeadToken before, HeadToken after)
    {
        ReadOnlySpan<char> gap = head.Text.AsSpan(before.End, after.Start - before.End);
        foreach (char c in gap)
        {
            if (char.IsLetterOrDigit(c))
            {
                return "\n";
            }
        }

        return gap;
    }

    private static bool IsPlain(ReadOnlySpan<char> gap)
    {
        foreach (char c in gap)
        {
            if (char.IsLetterOrDigit(c) || c == '\n')
            {
                return false;
            }
        }

        return true;
    }
}
