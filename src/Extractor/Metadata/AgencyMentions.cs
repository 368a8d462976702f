namespace Extractor.Metadata;

/// <summary>Finds people's committees named in the prose.</summary>
internal static class AgencyMentions
{
    /// <summary>All of them in a range of lines, in order.</summary>
    public static IEnumerable<AgencyMention> In(HeadText head, int fromLine, int toLine)
    {
        if (fromLine >= toLine)
        {
            yield break;
        }

        int first = head.Lines[fromLine].FirstToken;
        int end = head.Lines[toLine - 1].FirstToken + head.Lines[toLine - 1].TokenCount;
        for (int i = first; i < end; i++)
        {
            if (Read(head, i) is { } agency)
            {
                yield return new AgencyMention(agency, head.LineAt(head.Tokens[i].Start), i);
            }
        }
    }

    private static Agency? Read(HeadText head, int at)
    {
        ReadOnlySpan<HeadToken> tokens = head.Tokens.AsSpan()[at..];
        int prefix = UnitName.Prefix(tokens);
        return prefix == 0 ? null : UnitName.Read(head, tokens, prefix, out _);
    }
}

/// <summary>A people's committee named in the prose.</summary>
/// <param name="Agency">Which.</param>
/// <param name="Line">In which line.</param>
/// <param name="Token">At which word.</param>
internal readonly record struct AgencyMention(Agency Agency, int Line, int Token);
