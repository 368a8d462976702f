namespace Extractor.Metadata;

/// <summary>Where the parts of a report begin, as line indices of a <see cref="HeadText"/>.</summary>
/// <param name="Title">Line of the kind ("BÁO CÁO"); -1 if there is none.</param>
/// <param name="Foot">Line of "Nơi nhận" or of the signature; the number of lines if there is neither.</param>
/// <param name="Appendix">First line behind the foot that belongs to an appendix; the number of lines if there is none.</param>
internal readonly record struct HeadRegions(int Title, int Foot, int Appendix)
{
    // A report that has not said what it is after so many lines is none.
    private const int MaxTitleLine = 60;

    private static readonly string[] Kind = HeadTokens.Phrase("báo cáo");
    private static readonly string[] Recipients = HeadTokens.Phrase("nơi nhận");
    private static readonly string[] Closing = HeadTokens.Phrase("trên đây là");
    private static readonly string[][] AppendixStarts = HeadTokens.Phrases(
        "phụ lục", "biểu mẫu", "biểu số", "mẫu số", "biểu");

    /// <summary>Finds the parts.</summary>
    public static HeadRegions Find(HeadText head)
    {
        int title = FindTitle(head);
        int foot = FindFoot(head, Math.Max(0, title));

        return new HeadRegions(title, foot, FindAppendix(head, foot));
    }

    /// <summary>Whether a line gives the kind of the document: "BÁO CÁO" in capitals, alone or with the subject behind it.</summary>
    public static bool IsKind(HeadText head, HeadLine line)
    {
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        return (tokens.StartsWith(Kind) && tokens[0].Case == LetterCase.Upper && tokens[1].Case == LetterCase.Upper) || IsSpacedKind(tokens);
    }

    // "B Á O   C Á O": letters set apart for looks.
    private static bool IsSpacedKind(ReadOnlySpan<HeadToken> tokens) =>
        tokens is [{ Key: "b" }, { Key: "á" }, { Key: "o" }, { Key: "c" }, { Key: "á" }, { Key: "o" }];

    private static int FindTitle(HeadText head)
    {
        int weak = -1;
        for (int i = 0; i < Math.Min(head.Lines.Length, MaxTitleLine); i++)
        {
            HeadLine line = head.Lines[i];
            if (IsKind(head, line))
            {
                return i;
            }

            // Small letters are weaker: "Báo cáo" alone, or centred, is a title; inside the text it is a sentence.
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
            if (weak < 0 && tokens.StartsWith(Kind) && tokens[0].IsCapitalised && (tokens.Length == 2 || line.Style.Alignment == TextAlignment.Center))
            {
                weak = i;
            }
        }

        return weak;
    }

    private static int FindFoot(HeadText head, int from)
    {
        int closing = -1;
        for (int i = from; i < head.Lines.Length; i++)
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(head.Lines[i]);
            int at = tokens.IndexOf(Recipients);
            if (at >= 0 && tokens[at].IsCapitalised && IsHeading(head, tokens, at))
            {
                return i;
            }

            closing = tokens.StartsWith(Closing) ? i : closing;
        }

        return closing < 0 ? head.Lines.Length : closing + 1;
    }

    // "Nơi nhận:" or "Nơi nhận" alone; "đến nơi nhận kết quả" is a sentence.
    private static bool IsHeading(HeadText head, ReadOnlySpan<HeadToken> tokens, int at)
    {
        int end = tokens[at + 1].End;
        ReadOnlySpan<char> rest = head.Text.AsSpan(end).TrimStart(' ');
        bool isColon = rest.StartsWith(":") || rest.StartsWith("\n");
        bool isCapital = at + 2 < tokens.Length && tokens[at + 2].Case == LetterCase.Upper;

        return (at == 0 || isColon) && (isColon || isCapital || tokens.Length == at + 2);
    }

    private static int FindAppendix(HeadText head, int foot)
    {
        for (int i = foot; i < head.Lines.Length; i++)
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(head.Lines[i]);
            if (tokens.StartsWithAny(AppendixStarts) && tokens[0].IsCapitalised)
            {
                return i;
            }

            if (i > foot && head.Lines[i].IsBelowTable)
            {
                return i;
            }
        }

        return head.Lines.Length;
    }
}
