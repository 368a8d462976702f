using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>
/// Reads <c>prose.csv</c>: groups of phrases are parted by ';', phrases of a group by '|', and '!' marks a group that has to stand beside the figure.
/// </summary>
internal static class ProseTable
{
    /// <summary>The patterns in order; none where the family has no such file.</summary>
    /// <exception cref="InvalidDataException">A pattern has no group.</exception>
    public static ImmutableArray<ProsePattern> Read(Func<string, Stream?> open)
    {
        using Stream? stream = open("prose.csv");
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        return [.. CsvTable.Read(reader.ReadToEnd()).Select(ReadPattern)];
    }

    private static ProsePattern ReadPattern(IReadOnlyDictionary<string, string> row)
    {
        ImmutableArray<PhraseGroup> needs = [.. Split(row["needs"], ';').Select(g => new PhraseGroup([.. Split(g.TrimStart('!'), '|')], g.StartsWith('!')))];
        if (!needs.Any(g => g.IsOwn))
        {
            throw new InvalidDataException($"prose.csv gives '{row["code"]}' no phrase that has to stand beside the figure.");
        }

        return new ProsePattern(
            row["code"], needs, [.. Split(row["forbids"], '|')], row["of"].Length == 0 ? null : row["of"], row["zero"].Length > 0);
    }

    private static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
