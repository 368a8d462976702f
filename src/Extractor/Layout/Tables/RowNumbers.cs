using System.Globalization;

namespace Extractor.Layout;

/// <summary>Compares the numbers of two rows: "2.5." and "3.", "3.2" and "3.3".</summary>
internal static class RowNumbers
{
    /// <summary>Whether a number follows another in counting: its last part is one more than the part at its place, the parts before are equal.</summary>
    public static bool IsNext(ReadOnlySpan<char> number, ReadOnlySpan<char> next)
    {
        while (true)
        {
            ReadOnlySpan<char> part = TakePart(ref number);
            ReadOnlySpan<char> nextPart = TakePart(ref next);
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || !int.TryParse(nextPart, NumberStyles.None, CultureInfo.InvariantCulture, out int nextValue))
            {
                return false;
            }

            if (next.IsEmpty || value != nextValue)
            {
                return next.IsEmpty && nextValue == value + 1;
            }
        }
    }

    private static ReadOnlySpan<char> TakePart(ref ReadOnlySpan<char> number)
    {
        int dot = number.IndexOf('.');
        ReadOnlySpan<char> part = dot < 0 ? number : number[..dot];
        number = dot < 0 ? [] : number[(dot + 1)..];
        return part;
    }
}
