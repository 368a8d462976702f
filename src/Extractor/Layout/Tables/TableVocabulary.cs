namespace Extractor.Layout;

/// <summary>Words that name the column of running numbers in Vietnamese tables.</summary>
internal static class TableVocabulary
{
    /// <summary>Whether a text without spaces is the heading of the number column.</summary>
    public static bool IsNumberHeading(ReadOnlySpan<char> text) =>
        text.Equals("STT", StringComparison.OrdinalIgnoreCase) || text.Equals("TT", StringComparison.OrdinalIgnoreCase)
        || text.Equals("SốTT", StringComparison.OrdinalIgnoreCase) || text.Equals("Sốthứtự", StringComparison.OrdinalIgnoreCase);
}
