using System.Buffers;
using System.Globalization;
using System.Text;

namespace Extractor.Layout;

/// <summary>
/// Tells whether letters can be a Vietnamese syllable of their own: an onset, vowels and one of eight codas.
/// A narrow column breaks "Trong" into "Tron" and "g"; the second piece is no syllable, so the pieces belong together.
/// </summary>
internal static class SyllableShape
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly string[] Codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

    private static readonly string[] Onsets =
    [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s", "t",
        "th", "tr", "v", "x",
    ];

    /// <summary>Whether the letters have the shape of a whole syllable.</summary>
    public static bool IsPossible(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > 12)
        {
            return false;
        }

        string plain = letters.ToString().Normalize(NormalizationForm.FormD);
        Span<char> bare = stackalloc char[plain.Length];
        int count = 0;
        foreach (char c in plain)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare[count++] = char.ToLowerInvariant(c);
            }
        }

        bare = bare[..count];
        int start = bare.IndexOfAny(Vowels);
        int end = bare.LastIndexOfAny(Vowels);
        return start >= 0
            && !bare[start..end].ContainsAnyExcept(Vowels)
            && Contains(Onsets, bare[..start]) && Contains(Codas, bare[(end + 1)..]);
    }

    private static bool Contains(string[] parts, ReadOnlySpan<char> part)
    {
        foreach (string candidate in parts)
        {
            if (part.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
