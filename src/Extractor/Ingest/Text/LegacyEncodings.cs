using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Extractor.Normalisation;

namespace Extractor.Ingest.Text;

/// <summary>
/// Reads texts of the time before Unicode: TCVN3 (TCVN 5712:1993), VNI and Windows-1258. Nothing in such a file says which it is;
/// the one that gives the most Vietnamese syllables is.
/// </summary>
internal static class LegacyEncodings
{
    private const double FewestSyllables = 0.9;
    private const int LongestSequence = 2;

    private static readonly Lazy<(string Name, FrozenDictionary<int, string> Letters)[]> Tables = new(() =>
        [.. EmbeddedTable.Read("legacy_encodings.csv").GroupBy(row => row["encoding"], StringComparer.Ordinal).Select(rows => (
            rows.Key, rows.ToFrozenDictionary(r => int.Parse(r["bytes"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), r => r["text"])))]);

    /// <summary>The text and the name of its encoding; null where no encoding makes Vietnamese of it.</summary>
    public static (string Text, string Encoding)? Read(ReadOnlySpan<byte> bytes)
    {
        (string Text, string Encoding)? best = null;
        double most = FewestSyllables;
        foreach ((string name, FrozenDictionary<int, string> letters) in Tables.Value)
        {
            Consider(Decode(bytes, letters), name);
        }

        Consider(CodePagesEncodingProvider.Instance.GetEncoding(1258)?.GetString(bytes).Normalize(NormalizationForm.FormC) ?? "", "Windows-1258");
        return best;

        void Consider(string text, string name)
        {
            var census = new SyllableCensus();
            census.Add(text);
            if (census.Marked > 0 && census.ValidShare > most)
            {
                (best, most) = ((text, name), census.ValidShare);
            }
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, FrozenDictionary<int, string> letters)
    {
        var text = new StringBuilder(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            if (i + LongestSequence <= bytes.Length && bytes[i + 1] >= 0x80 && letters.TryGetValue((bytes[i] << 8) | bytes[i + 1], out string? pair))
            {
                text.Append(pair);
                i++;
            }
            else
            {
                text.Append(letters.GetValueOrDefault(bytes[i]) ?? ((char)bytes[i]).ToString());
            }
        }

        return text.ToString();
    }
}
