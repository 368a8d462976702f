using System.Collections.Immutable;
using System.Numerics;
using Extractor.Mapping.Learned;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// What reviewed forms print that is none of the schema, as phrases behind those of the wordings: labels long enough to mean something wherever they stand,
/// and every label together with the row above it.
/// </summary>
/// <param name="alone">Keys of labels that are foreign wherever they stand.</param>
/// <param name="placed">Keys of labels with that of the row above.</param>
/// <param name="states">For each phrase, what it states by slot.</param>
internal sealed class ForeignPhrases(ImmutableArray<string> alone, ImmutableArray<string> placed, ImmutableArray<ulong[]> states)
{
    private const int FewestWordsWithoutPlace = 4;

    /// <summary>Keys of labels that are foreign wherever they stand.</summary>
    public ImmutableArray<string> Alone { get; } = alone;

    /// <summary>Keys of labels with that of the row above.</summary>
    public ImmutableArray<string> Placed { get; } = placed;

    /// <summary>Reads foreign rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="synonyms">Phrases to write in the words they are compared by.</param>
    /// <param name="wordings">What the schema's indicators are called: a label that also names one says nothing by itself.</param>
    /// <param name="contrasts">Reads what the phrases state.</param>
    public static ForeignPhrases Read(ImmutableArray<ForeignWording> rows, SynonymFolder synonyms, ImmutableArray<Wording> wordings, ContrastReader contrasts)
    {
        HashSet<string> known = [.. wordings.Select(w => w.Key)];
        var alone = new SortedSet<string>(StringComparer.Ordinal);
        var placed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ForeignWording row in rows)
        {
            string key = LabelText.Read(row.Label, synonyms).Main;
            if (key.AsSpan().Count(' ') >= FewestWordsWithoutPlace - 1 && !known.Contains(key))
            {
                alone.Add(key);
            }

            if (row.Place.Length > 0)
            {
                placed.Add($"{key} {LabelText.Read(row.Place, synonyms).Main}");
            }
        }

        return new ForeignPhrases([.. alone], [.. placed], [.. alone.Concat(placed).Select(key =>
        {
            ulong[] values = new ulong[contrasts.Contrasts.Length];
            contrasts.Read(key, "", values);
            return values;
        })]);
    }

    /// <summary>What a phrase states, by slot.</summary>
    public ReadOnlySpan<ulong> StatedBy(int phrase) => states[phrase];

    /// <summary>Whether a row states something else than a phrase: what is foreign of a commune may be an indicator of a district.</summary>
    public bool Contradicts(int phrase, RowNode node)
    {
        ulong[] meant = states[phrase];
        for (ulong slots = node.Stated; slots != 0; slots &= slots - 1)
        {
            int slot = BitOperations.TrailingZeroCount(slots);
            if (meant[slot] != 0 && (meant[slot] & node.Contrasts[slot]) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
