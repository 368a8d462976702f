namespace Extractor.Mapping.Heuristic;

/// <summary>Keeps the best candidates of a row, best first; of equal ones the first of the schema. Not for several threads at once.</summary>
internal sealed class CandidateList(int capacity)
{
    private readonly Candidate[] _best = new Candidate[capacity];
    private readonly int[] _leading = new int[capacity];
    private int _count;

    /// <summary>Starts with the next row.</summary>
    public void Clear() => _count = 0;

    /// <summary>The indicators kept.</summary>
    public Candidate[] ToArray() => _best[.._count];

    /// <summary>The indicators that are likely to be the best.</summary>
    public ReadOnlySpan<int> Leading => _leading;

    /// <summary>What an indicator must at least score to be among the best.</summary>
    public float Least => _count < capacity ? float.NegativeInfinity : _best[^1].Score;

    /// <summary>Finds the indicators with the largest bounds, as many as are kept.</summary>
    public void FindLeading(ReadOnlySpan<float> bounds)
    {
        int filled = 0;
        float least = float.NegativeInfinity;
        for (int i = 0; i < bounds.Length; i++)
        {
            if (filled == capacity && !(bounds[i] > least))
            {
                continue;
            }

            int at = filled < capacity ? filled++ : filled - 1;
            while (at > 0 && bounds[_leading[at - 1]] < bounds[i])
            {
                _leading[at] = _leading[at - 1];
                at--;
            }

            _leading[at] = i;
            least = bounds[_leading[filled - 1]];
        }
    }

    /// <summary>Keeps a candidate if it is one of the best.</summary>
    public void Add(Candidate candidate)
    {
        if (_count == capacity && !IsBefore(candidate, _best[^1]))
        {
            return;
        }

        int at = _count < capacity ? _count++ : _count - 1;
        while (at > 0 && IsBefore(candidate, _best[at - 1]))
        {
            _best[at] = _best[at - 1];
            at--;
        }

        _best[at] = candidate;
    }

    /// <summary>Puts the best candidates first; equal ones keep their order.</summary>
    public static void Sort(Span<Candidate> candidates)
    {
        for (int i = 1; i < candidates.Length; i++)
        {
            Candidate moved = candidates[i];
            int at = i;
            while (at > 0 && candidates[at - 1].Score < moved.Score)
            {
                candidates[at] = candidates[at - 1];
                at--;
            }

            candidates[at] = moved;
        }
    }

    private static bool IsBefore(Candidate one, Candidate other) =>
        one.Score > other.Score || (one.Score == other.Score && one.Indicator < other.Indicator);
}
