using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// How much likelier each word is in a label of an indicator than in any label. Words that offices print for the words of a name are learned over all
/// indicators (translation probabilities, IBM model 1, Brown et al. 1993; as in Berger and Lafferty 1999), so that what one indicator's wordings teach
/// ("lỗi" for "vấn đề") helps where another one is worded so for the first time.
/// </summary>
internal sealed class WordAffinity
{
    private const int Rounds = 4;
    private const float Smoothing = 0.15f;
    private const float OwnShare = 0.5f;
    private const float PlaceShare = 0.35f;
    private readonly float[] _affinity;
    private readonly int _width;

    /// <summary>Learns from the wordings of a schema.</summary>
    public WordAffinity(ImmutableArray<IndicatorFacts> facts, ImmutableArray<Wording> wordings, WordingTable table, WordCoverage coverage, int width)
    {
        _width = width;
        int words = coverage.Words;
        // Only words of names are sources: numbered among themselves, the table of translations stays small.
        var names = new Dictionary<int, int>();
        (int Source, float Share)[][] sources = [.. Enumerable.Range(0, facts.Length).Select(i => SourcesOf(i, facts, table, coverage, names))];
        float[] overall = new float[words];
        float total = 0;
        for (int w = 0; w < wordings.Length; w++)
        {
            foreach (int word in coverage.WordsOf(w))
            {
                overall[word]++;
                total++;
            }
        }

        float[] translation = Translate(wordings, sources, coverage, words, names.Count);
        _affinity = new float[words * width];
        float[] likely = new float[words];
        for (int i = 0; i < facts.Length; i++)
        {
            Array.Clear(likely);
            AddOwn(i, table, coverage, likely);
            foreach ((int source, float share) in sources[i])
            {
                for (int word = 0; word < words; word++)
                {
                    likely[word] += (1 - OwnShare) * share * translation[(source * words) + word];
                }
            }

            for (int word = 0; word < words; word++)
            {
                float usual = overall[word] / total;
                _affinity[(word * width) + i] = usual == 0 ? 0 : MathF.Log((((1 - Smoothing) * likely[word]) + (Smoothing * usual)) / usual);
            }
        }
    }

    /// <summary>Adds to each indicator's evidence what the words of a label say.</summary>
    public void AddTo(ReadOnlySpan<int> label, float weight, WordCoverage coverage, Span<float> evidence)
    {
        foreach (int word in label)
        {
            if (word >= coverage.Words)
            {
                ReadOnlySpan<int> alikes = coverage.Alikes(word);
                foreach (int alike in alikes)
                {
                    FloatVectors.AddScaled(_affinity.AsSpan(alike * _width, _width), weight / alikes.Length, evidence);
                }
            }
            else if (word >= 0)
            {
                FloatVectors.AddScaled(_affinity.AsSpan(word * _width, _width), weight, evidence);
            }
        }
    }

    // The words of a name, and less so those of the name above it.
    private static (int, float)[] SourcesOf(int indicator, ImmutableArray<IndicatorFacts> facts, WordingTable table, WordCoverage coverage, Dictionary<int, int> names)
    {
        ReadOnlySpan<int> own = coverage.WordsOf(table.Of(indicator).Start);
        int parent = facts[indicator].Indicator.Parent is { } code ? IndexOf(facts, code) : -1;
        ReadOnlySpan<int> above = parent < 0 ? [] : coverage.WordsOf(table.Of(parent).Start);
        float placeShare = above.IsEmpty ? 0 : PlaceShare;
        var sources = new List<(int, float)>();
        foreach (int word in own)
        {
            sources.Add((NumberOf(word, names), (1 - placeShare) / own.Length));
        }

        foreach (int word in above)
        {
            sources.Add((NumberOf(word, names), placeShare / above.Length));
        }

        return [.. sources];
    }

    private static int NumberOf(int word, Dictionary<int, int> names)
    {
        names.TryAdd(word, names.Count);
        return names[word];
    }

    private static int IndexOf(ImmutableArray<IndicatorFacts> facts, string code)
    {
        int at = 0;
        while (at < facts.Length && facts[at].Indicator.Code != code)
        {
            at++;
        }

        return at < facts.Length ? at : -1;
    }

    // By source word and word, how often the one is printed for the other.
    private static float[] Translate(ImmutableArray<Wording> wordings, (int Source, float Share)[][] sources, WordCoverage coverage, int words, int names)
    {
        float[] translation = new float[names * words];
        float[] counts = new float[names * words];
        Array.Fill(translation, 1f / words);
        for (int round = 0; round < Rounds; round++)
        {
            Array.Clear(counts);
            float[] sums = new float[names];
            for (int w = 0; w < wordings.Length; w++)
            {
                (int Source, float Share)[] from = sources[wordings[w].Indicator];
                foreach (int word in coverage.WordsOf(w))
                {
                    float all = 0;
                    foreach ((int source, float share) in from)
                    {
                        all += share * translation[(source * words) + word];
                    }

                    foreach ((int source, float share) in from)
                    {
                        float part = share * translation[(source * words) + word] / all;
                        counts[(source * words) + word] += part;
                        sums[source] += part;
                    }
                }
            }

            for (int source = 0; source < names; source++)
            {
                for (int word = 0; word < words && sums[source] > 0; word++)
                {
                    counts[(source * words) + word] /= sums[source];
                }
            }

            (translation, counts) = (counts, translation);
        }

        return translation;
    }

    private static void AddOwn(int indicator, WordingTable table, WordCoverage coverage, float[] likely)
    {
        (int first, int end) = table.Of(indicator);
        float all = 0;
        for (int w = first; w < end; w++)
        {
            all += coverage.WordsOf(w).Length;
        }

        for (int w = first; w < end; w++)
        {
            foreach (int word in coverage.WordsOf(w))
            {
                likely[word] += OwnShare / all;
            }
        }
    }
}
