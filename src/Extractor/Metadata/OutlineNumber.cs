using System.Buffers;

namespace Extractor.Metadata;

/// <summary>Numbers that open a section: "I.", "I .", "1.1", "a)", "A -".</summary>
internal static class OutlineNumber
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("IVXABCDEabcd");

    /// <summary>Whether a line begins with one.</summary>
    public static bool Opens(ReadOnlySpan<char> line)
    {
        int digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits > 0)
        {
            // "6 tháng" is a quantity, "1. …", "1.1 …" and "2/ …" are numbers.
            return digits <= 2 && line[digits] is '.' or ')' or '/';
        }

        int letters = line.IndexOfAnyExcept(Letters);
        if (letters is <= 0 or > 5)
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[letters..].TrimStart();
        return !rest.IsEmpty && (rest[0] is '.' or ')' or '/' || (rest[0] is '-' or ',' && letters <= 3));
    }
}
