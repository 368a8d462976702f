using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Reads <c>synonyms.csv</c>, the phrases that mean the same on the forms of a family.</summary>
internal static class SynonymTable
{
    /// <summary>The synonyms; none where the family ships no such file.</summary>
    public static ImmutableArray<PhraseSynonym> Read(Func<string, Stream?> open) =>
        [.. OptionalTable.Read(open, "synonyms.csv").Select(row => new PhraseSynonym(row["phrase"], row["canonical"]))];
}
