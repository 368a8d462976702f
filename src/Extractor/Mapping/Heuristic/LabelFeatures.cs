using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Takes a match key apart into what two wordings can share: words with and without diacritics, pairs of words in order, and triples of letters without diacritics,
/// which survive misspelling, lost accents and broken words.
/// </summary>
internal static class LabelFeatures
{
    private const float WordWeight = 0.6f;
    private const float BareWordWeight = 0.8f;
    private const float PairWeight = 0.6f;
    private const float TripleWeight = 0.25f;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Appends the features of a key; a feature is the FNV-1a hash of its letters and its type.</summary>
    public static void Append(ReadOnlySpan<char> key, List<Feature> features)
    {
        // A label typed without any accent has no word in common with a wording, only bare words.
        bool hasAccents = !System.Text.Ascii.IsValid(key);
        ulong previous = 0;
        foreach (Range range in key.Split(' '))
        {
            ulong word = Offset, bare = Offset;
            foreach (char c in key[range])
            {
                word = (word ^ c) * Prime;
                bare = (bare ^ VietnameseLetters.WithoutDiacritics(c)) * Prime;
            }

            if (hasAccents)
            {
                features.Add(new Feature(word ^ 1, WordWeight));
            }

            features.Add(new Feature(bare, BareWordWeight));
            if (previous != 0)
            {
                features.Add(new Feature((previous * 31) ^ bare ^ 2, PairWeight));
            }

            previous = bare;
        }

        char first = ' ', second = ' ';
        for (int i = 0; i <= key.Length; i++)
        {
            char third = i == key.Length ? ' ' : VietnameseLetters.WithoutDiacritics(key[i]);
            if (second != ' ' || i > 0)
            {
                features.Add(new Feature((((ulong)first << 32) | ((ulong)second << 16) | third) * Prime ^ 3, TripleWeight));
            }

            (first, second) = (second, third);
        }
    }
}

/// <summary>Something two wordings can share.</summary>
/// <param name="Hash">What it is.</param>
/// <param name="Weight">How much it matters, rarity aside.</param>
internal readonly record struct Feature(ulong Hash, float Weight);
