using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>The row numbers seen so far, to judge whether another one goes on from them.</summary>
internal sealed class NumberTrail
{
    private readonly ImmutableDictionary<(NumberStyle Style, int Depth), RowNumber> _lastByDepth;
    private readonly RowNumber? _last;

    private NumberTrail(ImmutableDictionary<(NumberStyle Style, int Depth), RowNumber> lastByDepth, RowNumber? last)
    {
        _lastByDepth = lastByDepth;
        _last = last;
    }

    /// <summary>No number seen.</summary>
    public static NumberTrail Empty { get; } = new(ImmutableDictionary<(NumberStyle, int), RowNumber>.Empty, null);

    /// <summary>The trail with one more number; what was counted below its predecessor is over.</summary>
    public NumberTrail Add(RowNumber number) =>
        new(_lastByDepth
            .RemoveRange(_lastByDepth.Keys.Where(k => k.Style == number.Style && k.Depth > number.Depth))
            .SetItem((number.Style, number.Depth), number), number);

    /// <summary>How well a number goes on from the trail, about -2 to 3. People mistype numbers, so nothing is ruled out.</summary>
    public double Judge(RowNumber number)
    {
        if (_last is not { } last)
        {
            return number.Last == 1 ? 2 : 0;
        }

        if (number.IsFirstChildOf(last))
        {
            return 3;
        }

        if (_lastByDepth.TryGetValue((number.Style, number.Depth), out RowNumber sibling))
        {
            int step = number.Last - sibling.Last;
            if (number.IsSiblingOf(sibling))
            {
                return step switch { 1 => 3, 2 or 3 => 1.5, 0 => 0, _ => JudgeRestart(number, last) };
            }

            if (step == 1)
            {
                return 1;
            }
        }

        return JudgeRestart(number, last);
    }

    private double JudgeRestart(RowNumber number, RowNumber last)
    {
        if (number.Depth > 1
            && _lastByDepth.TryGetValue((number.Style, number.Depth - 1), out RowNumber parent)
            && parent.Parts.AsSpan().SequenceEqual(number.Parts.AsSpan()[..^1]))
        {
            return number.Last == 1 ? 3 : 0.5;
        }

        if (number.Last == 1)
        {
            return last.Style != number.Style ? 3 : number.Depth > 1 ? 0 : -1;
        }

        return -2;
    }
}
