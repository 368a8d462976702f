using System.Collections.Frozen;

namespace Extractor.Normalisation;

/// <summary>Abbreviations of the administration and what they stand for, each with the surroundings in which it is unambiguous.</summary>
internal static class Abbreviations
{
    private const string Always = "always";
    private const string Free = "free";
    private const string After = "after ";

    private static readonly FrozenDictionary<string, Entry> Exact = Read();
    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> ExactLookup =
        Exact.GetAlternateLookup<ReadOnlySpan<char>>();

    // Three consonants in a row are no Vietnamese word, so "tthc" is meant as "TTHC"; two letters need their capitals to be told apart.
    private static readonly FrozenDictionary<string, string> LowerCase = Exact
        .Where(e => e.Key.Length >= 3 && e.Value.When == Always && e.Key.All(char.IsLetter))
        .ToFrozenDictionary(e => e.Key.ToLowerInvariant(), e => e.Value.Expansion);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LowerCaseLookup =
        LowerCase.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Exact.Keys.Max(k => k.Length);

    // Most words have a letter that no abbreviation has.
    private static readonly LetterSet Characters = new(
        Exact.Keys.Concat(LowerCase.Keys).Concat(LowerCase.Keys.Select(k => k.ToUpperInvariant())).SelectMany(k => k));

    /// <summary>The expansion, a key already, of the abbreviation that starts at a place; null where none does.</summary>
    /// <param name="text">The whole text in NFC.</param>
    /// <param name="start">First character of a run of letters.</param>
    /// <param name="length">Length of the run; on return, of the abbreviation, which may go on over '&amp;', '-' and '/'.</param>
    /// <param name="keySoFar">Key of the text in front.</param>
    public static string? Expand(ReadOnlySpan<char> text, int start, ref int length, ReadOnlySpan<char> keySoFar)
    {
        if (length > Longest || !Characters.ContainsAll(text.Slice(start, length)))
        {
            return null;
        }

        if (start + length < text.Length && IsJoint(text[start + length])
            && ExpandCompound(text, start, ref length) is { } compound)
        {
            return compound;
        }

        ReadOnlySpan<char> run = text.Slice(start, length);
        if (ExactLookup.TryGetValue(run, out Entry? entry))
        {
            bool stands = entry.When switch
            {
                Always => true,
                Free => IsFree(text, start, length),
                _ => keySoFar.TrimEnd().EndsWith(entry.When.AsSpan(After.Length)),
            };
            return stands ? entry.Expansion : null;
        }

        return length >= 3 && LowerCaseLookup.TryGetValue(Lower(run, stackalloc char[length]), out string? expansion) ? expansion : null;
    }

    private static string? ExpandCompound(ReadOnlySpan<char> text, int start, ref int length)
    {
        int end = start + length;
        while (end < text.Length && end - start < Longest && (char.IsLetter(text[end]) || IsJoint(text[end])))
        {
            end++;
        }

        if (!ExactLookup.TryGetValue(text[start..end], out Entry? entry))
        {
            return null;
        }

        length = end - start;
        return entry.Expansion;
    }

    // Part of a number such as "61/KH-UBND" or of a name such as "KH&CN", the letters can mean something else.
    private static bool IsFree(ReadOnlySpan<char> text, int start, int length) =>
        !(start > 0 && IsJoint(text[start - 1])) && !(start + length < text.Length && IsJoint(text[start + length]));

    private static bool IsJoint(char c) => c is '&' or '-' or '/';

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text.ToLowerInvariant(buffer);
        return buffer;
    }

    private static FrozenDictionary<string, Entry> Read() =>
        EmbeddedTable.Read("abbreviations.csv").ToFrozenDictionary(
            row => row["abbreviation"], row => new Entry(row["expansion"], row["when"]), StringComparer.Ordinal);

    private sealed record Entry(string Expansion, string When);
}
