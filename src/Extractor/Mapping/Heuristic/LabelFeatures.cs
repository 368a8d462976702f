namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Takes a match key apart into what two wordings can share: words, pairs of words in order, and triples of letters without diacritics,
/// which survive misspelling, lost accents and broken words.
/// </summary>
internal static class LabelFeatures
{
    /// <summary>Weight of a word against its other features.</summary>
    public const float WordWeight = 1.0f;

    /// <summary>Weight of two words in order.</summary>
    public const float PairWeight = 0.6f;

    /// <summary>Weight of three letters.</summary>
    public const float TripleWeight = 0.28f;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Appends the features of a key; a feature is the FNV-1a hash of its letters and its type.</summary>
    public static void Append(ReadOnlySpan<char> key, List<Feature> features)
    {
        ulong previous = 0;
        foreach (Range range in key.Split(' '))
        {
            ulong word = Offset;
            foreach (char c in key[range])
            {
                word = (word ^ c) * Prime;
            }

            features.Add(new Feature(word, WordWeight));
            if (previous != 0)
            {
                features.Add(new Feature((previous * 31) ^ word ^ 2, PairWeight));
            }

            previous = word;
        }

        char first = ' ', second = ' ';
        for (int i = 0; i <= key.Length; i++)
        {
            char third = i == key.Length ? ' ' : Normalisation.VietnameseLetters.WithoutDiacritics(key[i]);
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
