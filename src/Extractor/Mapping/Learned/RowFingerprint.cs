using System.Collections.Immutable;
using Extractor.Normalisation;
using Extractor.Tables;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Fingerprints of printed rows: number, label and unit, written as they are compared. Figures and notes stay out, so that the next
/// report on the same form has the same fingerprints; years in a label count as one.
/// </summary>
internal static class RowFingerprint
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>One fingerprint a row over all tables.</summary>
    public static uint[] Of(ImmutableArray<StatisticalTable> tables)
    {
        var prints = new List<uint>();
        foreach (StatisticalTable table in tables)
        {
            foreach (StatisticalRow row in table.Rows)
            {
                prints.Add(Of(row));
            }
        }

        return [.. prints];
    }

    private static uint Of(StatisticalRow row)
    {
        uint hash = Add(Offset, row.Stt);
        hash = Add(hash, WithoutYears(MatchKey.Of(row.Label.Text)));
        return Add(hash, MatchKey.Of(row.Unit.Text));
    }

    private static uint Add(uint hash, string text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return (hash ^ '\n') * Prime;
    }

    // "Kế hoạch CCHC năm 2023" is next year's "Kế hoạch CCHC năm 2024".
    private static string WithoutYears(string key)
    {
        int at = 0;
        while ((at = key.IndexOf("20", at, StringComparison.Ordinal)) >= 0)
        {
            bool isYear = at + 4 <= key.Length && char.IsAsciiDigit(key[at + 2]) && char.IsAsciiDigit(key[at + 3])
                && (at == 0 || key[at - 1] == ' ') && (at + 4 == key.Length || key[at + 4] == ' ');
            if (isYear)
            {
                key = string.Concat(key.AsSpan(0, at), "0000", key.AsSpan(at + 4));
            }

            at += 2;
        }

        return key;
    }
}
