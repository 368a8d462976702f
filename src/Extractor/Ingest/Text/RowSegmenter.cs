using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Cuts the words of a table whose columns run together into cells: the best path through a semi-Markov chain over the columns.</summary>
/// <param name="text">The words.</param>
/// <param name="vocabulary">What labels and units look like.</param>
/// <param name="hasNotes">Whether the table has a column for remarks.</param>
/// <param name="hasUnits">Whether it has a column for units.</param>
internal sealed class RowSegmenter(TableText text, TableVocabulary vocabulary, bool hasNotes, bool hasUnits)
{
    private const int Kinds = 6;
    private const int LongestCell = 128;

    // The path is fixed up to near the end of the window before the next window is read, so that time grows with the length only.
    private const int Window = 3000;
    private const int Outlook = 300;

    private const double LabelAlone = 1.5;
    private const double OpenLabel = 2.5;
    private const double OpenUnit = 4.5;
    private const double LikeLastUnit = 2.5;
    private const double OddStart = -6;

    private readonly NumberScorer _numbers = new(text);
    private readonly CellTransition _transition = new(text, hasNotes);
    private readonly CellScorer[] _scorers =
    [
        new GroupScorer(text, vocabulary), new NumberScorer(text), new LabelScorer(text, vocabulary),
        new UnitScorer(text, vocabulary), new ValueScorer(text, vocabulary), new NoteScorer(text),
    ];

    /// <summary>The cells in order; together they hold every word.</summary>
    public ImmutableArray<CellSpan> Segment(CancellationToken cancellationToken)
    {
        var cells = ImmutableArray.CreateBuilder<CellSpan>();
        PathState state = PathState.Start;
        int start = 0;
        while (start < text.Tokens.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(text.Tokens.Length, start + Window);
            List<PathState> path = FindPath(start, end, state);
            int kept = end == text.Tokens.Length ? path.Count : CountKept(path, start + Window - Outlook);
            foreach (PathState step in path.Take(kept))
            {
                cells.Add(step.Cell);
            }

            state = path[kept - 1] with { Score = 0, Before = null };
            start = state.Cell.End;
        }

        return cells.ToImmutable();
    }

    // Whole rows only, so that the next window starts with a row.
    private static int CountKept(List<PathState> path, int limit)
    {
        int kept = path.FindLastIndex(s => s.Cell.StartsRow && s.Cell.Start <= limit && s.Cell.Start > path[0].Cell.Start);
        return kept > 0 ? kept : path.Count;
    }

    private List<PathState> FindPath(int start, int end, PathState initial)
    {
        var best = new Step[(end - start + 1) * Kinds];
        var states = new PathState?[Kinds];
        Span<double> scores = stackalloc double[LongestCell];
        for (int i = start; i <= end; i++)
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                states[kind] = i == start ? (kind == 0 ? initial : null) : ReachedBy(best[((i - start) * Kinds) + kind]);
            }

            for (int kind = 0; i < end && kind < Kinds; kind++)
            {
                CellScorer scorer = _scorers[kind];
                int count = kind == (int)CellKind.Unit && !hasUnits ? 0 : scorer.Score(i, scores[..Math.Min(scorer.MaxLength, end - i)]);
                if (count > 0)
                {
                    Extend(best.AsSpan((i - start) * Kinds), i, (CellKind)kind, scores[..count], states);
                }
            }
        }

        var path = new List<PathState>();
        PathState? last = states.MaxBy(s => s?.Score ?? double.NegativeInfinity);
        for (PathState? state = last ?? throw new InvalidOperationException("No path through the words.");
            state is not null && state.Cell.Length > 0 && !ReferenceEquals(state, initial); state = state.Before)
        {
            path.Add(state);
        }

        path.Reverse();
        return path;
    }

    // "best" begins with the steps that end in front of the cell: a cell of n words ends n places on.
    private void Extend(Span<Step> best, int position, CellKind kind, ReadOnlySpan<double> scores, PathState?[] states)
    {
        if (kind == CellKind.Number)
        {
            foreach (PathState? state in states)
            {
                ExtendNumber(best, position, scores, state);
            }

            return;
        }

        (double gain, bool startsRow, bool goesOn) = (CellScorer.Impossible, false, false);
        PathState? before = null;
        foreach (PathState? state in states)
        {
            if (state is not null && Link(position, kind, state) is var link && state.Score + link.Gain > (before?.Score ?? 0) + gain)
            {
                (before, (gain, startsRow, goesOn)) = (state, link);
            }
        }

        for (int n = 0; before is not null && n < scores.Length; n++)
        {
            double score = before.Score + gain + scores[n];
            ref Step place = ref best[((n + 1) * Kinds) + (int)kind];
            if (place.Before is null ? score > CellScorer.Impossible : score > place.Score)
            {
                place = new Step(score, before, new CellSpan(kind, position, n + 1, startsRow, goesOn), null);
            }
        }
    }

    // What numbers came before decides how well a number fits, so every way to reach it is tried.
    private void ExtendNumber(Span<Step> best, int position, ReadOnlySpan<double> scores, PathState? before)
    {
        if (before is null || Link(position, CellKind.Number, before) is not { Gain: > CellScorer.Impossible } link)
        {
            return;
        }

        for (int n = 0; n < scores.Length; n++)
        {
            if (scores[n] > CellScorer.Impossible && _numbers.Read(position, n + 1) is { } number)
            {
                double score = before.Score + link.Gain + scores[n] + before.Trail.Judge(number);
                ref Step place = ref best[((n + 1) * Kinds) + (int)CellKind.Number];
                if (place.Before is null || score > place.Score)
                {
                    place = new Step(score, before, new CellSpan(CellKind.Number, position, n + 1, link.StartsRow, link.GoesOn), number);
                }
            }
        }
    }

    private (double Gain, bool StartsRow, bool GoesOn) Link(int position, CellKind kind, PathState before)
    {
        TableToken token = text.Tokens[position];
        double within = before.Kind is { } last && last < kind ? _transition.WithinRow(last, kind, token) : CellScorer.Impossible;
        double fresh = _transition.NewRow(before.Kind, kind, token, before.InGroup, before.Cell.GoesOn);
        fresh -= before is { Kind: CellKind.Label, InGroup: false, Cell.StartsRow: true } ? LabelAlone : 0;
        fresh += kind == CellKind.Unit && before.Kind >= CellKind.Unit && before.UnitStart == token.Text ? LikeLastUnit : 0;
        fresh = before.Kind is null && double.IsNegativeInfinity(fresh) ? OddStart : fresh;
        double goesOn = token.AfterHeader && before.Kind >= kind
            ? CellTransition.GoesOn(kind, token) + (kind == CellKind.Label && before.HasOpenLabel ? OpenLabel : 0) + (kind == CellKind.Unit && before.HasOpenUnit ? OpenUnit : 0)
            : CellScorer.Impossible;
        double gain = Math.Max(within, Math.Max(fresh, goesOn));
        return (gain, gain == fresh, gain == goesOn && gain != fresh);
    }

    private PathState? ReachedBy(Step step)
    {
        if (step.Before is not { } before)
        {
            return null;
        }

        CellSpan cell = step.Cell;
        return before with
        {
            Score = step.Score,
            Kind = cell.Kind,
            InGroup = cell.Kind != CellKind.Number && (before.InGroup || cell.Kind == CellKind.Group),
            Trail = step.Number is { } number ? before.Trail.Add(number) : before.Trail,
            UnitStart = cell.Kind == CellKind.Unit ? text.Tokens[cell.Start].Text : before.UnitStart,
            HasOpenLabel = cell.Kind switch { CellKind.Number => false, CellKind.Label => text.LeavesOpen(cell), _ => before.HasOpenLabel },
            HasOpenUnit = cell.Kind switch { CellKind.Number or CellKind.Label => false, CellKind.Unit => IsOpenUnit(cell), _ => before.HasOpenUnit },
            Before = before,
            Cell = cell,
        };
    }

    private bool IsOpenUnit(CellSpan cell)
    {
        string letters = "";
        bool hasOptions = false, isStart = false;
        for (int i = cell.End - 1; i >= cell.Start; i--)
        {
            letters = text.Tokens[i].Word.Letters + letters;
            hasOptions |= text.Tokens[i].Word.HasEqualsSign;
            isStart |= vocabulary.IsUnitStart(letters) && !vocabulary.IsUnit(letters);
        }

        return hasOptions ? !text.Tokens[cell.End - 1].Word.HasDigit : isStart;
    }

    private readonly record struct Step(double Score, PathState? Before, CellSpan Cell, RowNumber? Number);
}
