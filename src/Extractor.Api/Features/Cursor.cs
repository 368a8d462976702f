using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Extractor.Api.Problems;

namespace Extractor.Api.Features;

/// <summary>Where a list goes on: opaque to clients, so that the order of lists can change without breaking them.</summary>
internal static class Cursor
{
    private const string Version = "1";

    public static string Write(params long[] numbers) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Join('.', [Version, .. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))])));

    /// <exception cref="ProblemException">The text is no cursor of this list.</exception>
    public static long[]? Read(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        byte[] bytes = new byte[cursor.Length];
        string[] parts = Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out int written)
            ? Encoding.ASCII.GetString(bytes, 0, written).Split('.') : [];
        long[] numbers = new long[count];
        return parts.Length == count + 1 && parts[0] == Version
            && Enumerable.Range(0, count).All(i => long.TryParse(parts[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                ? numbers : throw StoredProblem.Invalid("cursor", "next");
    }
}
