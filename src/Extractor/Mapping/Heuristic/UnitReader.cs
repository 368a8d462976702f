using System.Collections.Frozen;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Values;

namespace Extractor.Mapping.Heuristic;

/// <summary>What a printed unit says: which units of the schema it can be, and how many coded options it lists.</summary>
/// <param name="Keys">One bit a unit of the schema.</param>
/// <param name="Options">Number of coded options ("Không = 0 Có = 1" has two); 0 for a real unit.</param>
/// <param name="IsInherited">Whether the row itself prints none.</param>
internal readonly record struct UnitFacts(ulong Keys, int Options, bool IsInherited)
{
    /// <summary>No unit is known.</summary>
    public bool IsUnknown => Keys == 0 && Options == 0;
}

/// <summary>Reads printed units by the schema's list of printed forms.</summary>
internal sealed class UnitReader
{
    private const int LongestAnswers = 40;

    private readonly FrozenDictionary<string, ulong> _printed;
    private readonly string[] _keys;

    /// <summary>Prepares the units of a schema.</summary>
    public UnitReader(IndicatorSchema schema)
    {
        _keys = [.. schema.Units.Select(u => u.Key)];
        var printed = new Dictionary<string, ulong>(StringComparer.Ordinal);
        for (int i = 0; i < schema.Units.Length; i++)
        {
            foreach (string form in schema.Units[i].Printed)
            {
                foreach (string key in new HashSet<string> { MatchKey.Of(form), MatchKey.Folded(form), Initials(form) })
                {
                    printed[key] = printed.GetValueOrDefault(key) | (1UL << (i & 63));
                }
            }
        }

        _printed = printed.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // "TT" for "Thủ tục": narrow columns abbreviate by first letters, whatever the dictionary says.
    private static string Initials(string form)
    {
        string key = MatchKey.Of(form);
        return key.Contains(' ', StringComparison.Ordinal) ? string.Concat(key.Split(' ').Select(word => word[0])) : key;
    }

    /// <summary>Bit of a unit key; 0 if the schema lists no printed form of it.</summary>
    public ulong BitOf(string? unit)
    {
        int index = unit is null ? -1 : Array.IndexOf(_keys, unit);
        return index < 0 ? 0 : 1UL << (index & 63);
    }

    /// <summary>Reads a printed unit.</summary>
    public UnitFacts Read(string printed)
    {
        int options = CountOptions(printed);
        return new UnitFacts(options > 0 ? 0 : _printed.GetValueOrDefault(MatchKey.Of(printed)), options, false);
    }

    /// <summary>Number of coded options a text lists: "Không = 0; Có = 1", "0: trực tuyến; 1: phát phiếu", "Có/Không"; 0 for other texts.</summary>
    public static int CountOptions(string text) =>
        PrintedOptions.Parse(text).Length is > 1 and var codes ? codes : CountAnswers(text);

    // "Có/Không", "Đạt/Chưa đạt"
    private static int CountAnswers(ReadOnlySpan<char> text)
    {
        int answers = 0;
        bool deniesOne = false;
        foreach (Range range in text.Split('/'))
        {
            ReadOnlySpan<char> answer = text[range].Trim();
            deniesOne |= answer.StartsWith("không", StringComparison.OrdinalIgnoreCase) || answer.StartsWith("chưa", StringComparison.OrdinalIgnoreCase);
            answers++;
        }

        return deniesOne && answers > 1 && text.Length <= LongestAnswers ? answers : 0;
    }

    /// <summary>Whether a unit cell only repeats the one above.</summary>
    public static bool IsDitto(string printed) =>
        printed.AsSpan().Trim() is { Length: > 0 and <= 8 } text && (text is "\"" or "''" or "-nt-" or "“" or "”" or "〃" || MatchKey.Of(printed) is "nt" or "như trên");
}
