namespace Extractor.Models;

/// <summary>Finds totals that are, over several sums, part of themselves.</summary>
internal sealed class RuleCycle
{
    private readonly Dictionary<string, HashSet<string>> _parts = new(StringComparer.Ordinal);

    /// <summary>Takes in comparisons of one rule.</summary>
    /// <exception cref="FormatException">A sum makes a total part of itself.</exception>
    public void Add(IEnumerable<RuleComparison> comparisons)
    {
        foreach (RuleComparison comparison in comparisons)
        {
            // Only "total = sum of several" says what a total consists of.
            if (comparison is { Relation: RuleRelation.Equal, Divisor: null, Left.Terms: [{ Choices: [[var total]] }], Right.Terms.Length: > 1 })
            {
                Add(total.Code, comparison.Right.Terms.Where(t => t.Sign > 0).SelectMany(t => t.Choices).SelectMany(c => c).Select(c => c.Code));
            }
        }
    }

    private void Add(string total, IEnumerable<string> parts)
    {
        if (!_parts.TryGetValue(total, out HashSet<string>? known))
        {
            _parts[total] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(parts);
        if (IsPartOfItself(total))
        {
            throw new FormatException($"'{total}' is part of itself");
        }
    }

    private bool IsPartOfItself(string total)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([total]);
        while (open.TryPop(out string? code))
        {
            foreach (string part in _parts.GetValueOrDefault(code) ?? [])
            {
                if (part == total)
                {
                    return true;
                }

                if (seen.Add(part))
                {
                    open.Push(part);
                }
            }
        }

        return false;
    }
}
