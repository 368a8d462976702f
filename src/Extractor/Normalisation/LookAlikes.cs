using System.Buffers;

namespace Extractor.Normalisation;

/// <summary>
/// Letters that look like Vietnamese ones and are none. Word's PDF font map writes <c>ƣ</c> for <c>ư</c>; keyboards and OCR give the
/// Icelandic or African D for <c>Đ</c>. No Vietnamese word holds the wrong ones, so the mend is certain, one character for one.
/// </summary>
internal static class LookAlikes
{
    private const string Wrong = "ƣƢÐƉðɖ";
    private const string Right = "ưƯĐĐđđ";
    private static readonly SearchValues<char> WrongLetters = SearchValues.Create(Wrong);

    /// <summary>Index of the first wrong letter, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(WrongLetters);

    /// <summary>Number of wrong letters.</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int at = IndexIn(text); at >= 0; at = IndexIn(text))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    /// <summary>The text with every wrong letter mended; the same instance if there is none.</summary>
    public static string Mend(string text) =>
        IndexIn(text) < 0 ? text : string.Create(text.Length, text, static (target, source) =>
        {
            source.CopyTo(target);
            for (int at = IndexIn(target); at >= 0; at = IndexIn(target))
            {
                target[at] = Right[Wrong.IndexOf(target[at], StringComparison.Ordinal)];
                target = target[(at + 1)..];
            }
        });
}
