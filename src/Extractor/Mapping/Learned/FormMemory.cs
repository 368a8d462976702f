using System.Collections.Immutable;
using Extractor.Tables;

namespace Extractor.Mapping.Learned;

/// <summary>Recognises the form of a report among the reviewed ones, a few rows changed, added or dropped notwithstanding.</summary>
internal sealed class FormMemory
{
    private const double LeastShare = 0.8;
    private const int FewestRows = 8;
    private readonly ImmutableArray<RememberedForm> _forms;
    private readonly Dictionary<uint, List<int>> _formsWith = [];

    /// <summary>Indexes the rows of reviewed forms.</summary>
    public FormMemory(ImmutableArray<RememberedForm> forms)
    {
        _forms = forms;
        for (int f = 0; f < forms.Length; f++)
        {
            foreach (uint print in forms[f].Rows.Distinct())
            {
                if (!_formsWith.TryGetValue(print, out List<int>? with))
                {
                    _formsWith[print] = with = [];
                }

                with.Add(f);
            }
        }
    }

    /// <summary>
    /// By row, what the remembered form says: whether the row is known, and its code. Null where no form is like the report.
    /// </summary>
    public (bool IsKnown, string? Code)[]? Recall(ImmutableArray<StatisticalTable> tables)
    {
        if (_forms.IsEmpty)
        {
            return null;
        }

        uint[] rows = RowFingerprint.Of(tables);
        int best = MostAlike(rows);
        if (best < 0)
        {
            return null;
        }

        RememberedForm form = _forms[best];
        int[] aligned = Align(rows, form.Rows);
        int known = aligned.Count(a => a >= 0);
        return known < LeastShare * Math.Max(rows.Length, form.Rows.Length)
            ? null
            : [.. aligned.Select(a => (a >= 0, a >= 0 ? form.Codes[a] : null))];
    }

    private int MostAlike(uint[] rows)
    {
        if (rows.Length < FewestRows)
        {
            return -1;
        }

        int[] shared = new int[_forms.Length];
        foreach (uint row in rows)
        {
            foreach (int form in _formsWith.GetValueOrDefault(row) ?? [])
            {
                shared[form]++;
            }
        }

        int best = -1;
        double most = LeastShare;
        for (int f = 0; f < shared.Length; f++)
        {
            double share = (double)shared[f] / Math.Max(rows.Length, _forms[f].Rows.Length);
            (best, most) = share >= most ? (f, share) : (best, most);
        }

        return best;
    }

    // Longest common subsequence: rows keep their order on the same form.
    private static int[] Align(uint[] rows, ImmutableArray<uint> known)
    {
        int[,] longest = new int[rows.Length + 1, known.Length + 1];
        for (int r = rows.Length - 1; r >= 0; r--)
        {
            for (int k = known.Length - 1; k >= 0; k--)
            {
                longest[r, k] = rows[r] == known[k] ? longest[r + 1, k + 1] + 1 : Math.Max(longest[r + 1, k], longest[r, k + 1]);
            }
        }

        int[] aligned = new int[rows.Length];
        Array.Fill(aligned, -1);
        for (int r = 0, k = 0; r < rows.Length && k < known.Length;)
        {
            if (rows[r] == known[k])
            {
                aligned[r++] = k++;
            }
            else if (longest[r + 1, k] >= longest[r, k + 1])
            {
                r++;
            }
            else
            {
                k++;
            }
        }

        return aligned;
    }
}
