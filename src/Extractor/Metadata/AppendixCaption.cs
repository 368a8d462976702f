namespace Extractor.Metadata;

/// <summary>The line under an appendix's title that ties it to its report: "(Kèm theo Báo cáo số … ngày … của …)".</summary>
internal static class AppendixCaption
{
    private static readonly string[] Attached = HeadTokens.Phrase("kèm theo");
    private static readonly string[] Report = HeadTokens.Phrase("báo cáo");

    // "Kèm theo", "Ban hành kèm theo" and "Gửi kèm theo" open the line; elsewhere it is a sentence.
    private static readonly int OpeningWords = Attached.Length + 2;

    /// <summary>Whether a line is one.</summary>
    public static bool IsOne(ReadOnlySpan<HeadToken> tokens)
    {
        int attached = tokens[..Math.Min(tokens.Length, OpeningWords)].IndexOf(Attached);
        return attached >= 0 && tokens[attached..].IndexOf(Report) is >= 0 and <= 3;
    }
}
