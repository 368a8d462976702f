using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>One number for everything that <see cref="KnownWordings"/> are read from (FNV-1a, 64 bits, over UTF-16): other words, another number.</summary>
internal static class WordingsPrint
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The number of a schema with what was learned of its family.</summary>
    public static ulong Of(IndicatorSchema schema, ImmutableArray<LearnedWording> learned, ImmutableArray<ForeignWording> foreign)
    {
        ulong print = Offset;
        foreach (Indicator indicator in schema.Indicators)
        {
            print = Add(Add(Add(print, indicator.Code), indicator.Parent), indicator.Name.Vi);
            foreach (string alias in indicator.Aliases)
            {
                print = Add(print, alias);
            }

            print = AddEnd(print);
        }

        foreach (PhraseSynonym synonym in schema.Synonyms)
        {
            print = Add(Add(print, synonym.Phrase), synonym.Canonical);
        }

        print = AddEnd(print);
        foreach (IndicatorContrast contrast in schema.Contrasts)
        {
            print = Add(Add(Add(print, contrast.Name), contrast.IsInherited ? "1" : "0"), MemoryMarshal.Cast<double, char>([contrast.Extra]));
            foreach (ContrastPhrase phrase in contrast.Phrases)
            {
                print = Add(Add(print, phrase.Value), phrase.Phrase);
            }

            print = AddEnd(print);
        }

        foreach (LearnedWording wording in learned)
        {
            print = Add(Add(Add(print, wording.Code), wording.Label), wording.NeedsPlace ? "1" : "0");
        }

        print = AddEnd(print);
        foreach (ForeignWording row in foreign)
        {
            print = Add(Add(print, row.Label), row.Place);
        }

        return print;
    }

    // No label holds U+0000 and U+0001, so every list of texts is another row of characters.
    private static ulong Add(ulong print, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            print = (print ^ c) * Prime;
        }

        return print * Prime;
    }

    private static ulong AddEnd(ulong print) => (print ^ 1) * Prime;
}
