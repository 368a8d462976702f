namespace Extractor.Layout;

/// <summary>Words that name the column of running numbers in Vietnamese tables.</summary>
internal static class TableVocabulary
{
    /// <summary>Whether a text without spaces is the heading of the number column.</summary>
    public static bool IsNumberHeading(ReadOnlySpan<char> text) =>
        text.Equals("STT", StringComparison.OrdinalIgnoreCase) || text.Equals("TT", StringComparison.OrdinalIgnoreCase)
        || text.Equals("SốTT", StringComparison.OrdinalIgnoreCase) || text.Equals("Sốthứtự", StringComparison.OrdinalIgnoreCase)
        || text.Equals("Thứtự", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word can be the first line of that heading in a narrow column: "Số" above "TT", "ST" above "T".</summary>
    public static bool StartsNumberHeading(ReadOnlySpan<char> text) =>
        text.Equals("Số", StringComparison.OrdinalIgnoreCase) || text.Equals("Thứ", StringComparison.OrdinalIgnoreCase)
        || text.Equals("ST", StringComparison.OrdinalIgnoreCase) || text.Equals("S", StringComparison.OrdinalIgnoreCase)
        || text.Equals("T", StringComparison.OrdinalIgnoreCase);
}
