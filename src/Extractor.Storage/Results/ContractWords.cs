using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Extractor.Models;

namespace Extractor.Storage;

/// <summary>Members of enums as the contract writes them in JSON.</summary>
public static class ContractWords
{
    /// <summary>The words of an enum.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Words<T>.Members.Keys;

    /// <summary>The word of a member.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => Words<T>.Names[member];

    /// <summary>The member of a word, if there is such a word.</summary>
    public static bool TryParse<T>(string word, out T member)
        where T : struct, Enum => Words<T>.Members.TryGetValue(word, out member);

    /// <summary>The member of a word.</summary>
    /// <exception cref="FormatException">There is no such word.</exception>
    public static T Parse<T>(ReadOnlySpan<char> word)
        where T : struct, Enum => Words<T>.BySpan.TryGetValue(word, out T member) ? member : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Members = Enum.GetValues<T>().ToDictionary(Write, StringComparer.Ordinal);
        public static readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> BySpan = Members.GetAlternateLookup<ReadOnlySpan<char>>();
        public static readonly Dictionary<T, string> Names = Members.ToDictionary(pair => pair.Value, pair => pair.Key);

        // The contract's own converter knows the words that are not simply the member's name; enums outside the contract are named in camel case.
        private static string Write(T member)
        {
            JsonTypeInfo? contract = ExtractorJsonContext.Default.GetTypeInfo(typeof(T));
            return contract is null
                ? JsonNamingPolicy.CamelCase.ConvertName(member.ToString())
                : JsonSerializer.Serialize(member, contract).Trim('"');
        }
    }
}
