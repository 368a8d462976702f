using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Cuts the words of a table whose columns run together into cells: the best path through a semi-Markov chain over the columns.</summary>
/// <param name="text">The words.</param>
/// <param name="vocabulary">What labels and units look like.</param>
/// <param name="hasNotes">Whether the table has a column for remarks.</param>
internal sealed class RowSegmenter(TableText text, TableVocabulary vocabulary, bool hasNotes)
{
    private const int Kinds = 6;

    // The path is fixed up to the middle of the window before the next window is read, so that time grows with the length only.
    private const int Window = 3000;

    private const double LabelAlone = 1.5;
    private const double OpenLabel = 2.5;
    private const double LikeLastUnit = 2.5;

    private readonly NumberScorer _numbers = new(text);
    private readonly CellTransition _transition = new(text, hasNotes);
    private readonly CellScorer[] _scorers =
        [new GroupScorer(text, vocabulary), new NumberScorer(text), new LabelScorer(text, vocabulary), new UnitScorer(text, vocabulary), new ValueScorer(text), new NoteScorer(text)];

    /// <summary>The cells in order; together they hold every word.</summary>
    public ImmutableArray<CellSpan> Segment(CancellationToken cancellationToken)
    {
        var cells = ImmutableArray.CreateBuilder<CellSpan>();
        var state = new State(0, null, false, NumberTrail.Empty, null, false, null, default);
        int start = 0;
        while (start < text.Tokens.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(text.Tokens.Length, start + Window);
            List<State> path = FindPath(start, end, state);
            int kept = end == text.Tokens.Length ? path.Count : CountKept(path, start + (Window / 2));
            foreach (State step in path.Take(kept))
            {
                cells.Add(step.Cell);
            }

            state = path[kept - 1] with { Score = 0, Before = null };
            start = state.Cell.End;
        }

        return cells.ToImmutable();
    }

    // Whole rows only, so that the next window starts with a row.
    private static int CountKept(List<State> path, int middle)
    {
        int kept = path.FindLastIndex(s => s.Cell.StartsRow && s.Cell.Start <= middle && s.Cell.Start > path[0].Cell.Start);
        return kept > 0 ? kept : path.Count;
    }

    private List<State> FindPath(int start, int end, State initial)
    {
        var best = new State?[end - start + 1, Kinds];
        Span<double> scores = stackalloc double[128];
        for (int i = start; i < end; i++)
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                CellScorer scorer = _scorers[kind];
                int count = scorer.Score(i, scores[..Math.Min(scorer.MaxLength, end - i)]);
                if (count > 0)
                {
                    Extend(best, start, i, (CellKind)kind, scores[..count], initial);
                }
            }
        }

        State? last = null;
        for (int kind = 0; kind < Kinds; kind++)
        {
            last = Better(last, best[end - start, kind]);
        }

        var path = new List<State>();
        for (State? state = last ?? throw new InvalidOperationException("No path through the words."); state is not null && state.Cell.Length > 0 && !ReferenceEquals(state, initial); state = state.Before)
        {
            path.Add(state);
        }

        path.Reverse();
        return path;
    }

    private void Extend(State?[,] best, int origin, int position, CellKind kind, ReadOnlySpan<double> scores, State initial)
    {
        if (position == origin)
        {
            Link(best, origin, position, kind, scores, initial);
            return;
        }

        for (int from = 0; from < Kinds; from++)
        {
            if (best[position - origin, from] is { } before)
            {
                Link(best, origin, position, kind, scores, before);
            }
        }
    }

    private void Link(State?[,] best, int origin, int position, CellKind kind, ReadOnlySpan<double> scores, State before)
    {
        TableToken token = text.Tokens[position];
        double within = before.Kind is { } last && last < kind ? _transition.WithinRow(last, kind, token) : CellScorer.Impossible;
        double fresh = _transition.NewRow(before.Kind, kind, token, before.InGroup, before.Cell.GoesOn);
        fresh -= before is { Kind: CellKind.Label, InGroup: false, Cell.StartsRow: true } ? LabelAlone : 0;
        fresh += kind == CellKind.Unit && before.UnitStart == token.Letters ? LikeLastUnit : 0;
        double goesOn = token.AfterHeader && before.Kind >= kind ? CellTransition.GoesOn(kind, token) + (kind == CellKind.Label && before.HasOpenLabel ? OpenLabel : 0) : CellScorer.Impossible;
        if (before.Kind is null && double.IsNegativeInfinity(fresh))
        {
            fresh = -6;
        }

        double gain = Math.Max(within, Math.Max(fresh, goesOn));
        if (double.IsNegativeInfinity(gain))
        {
            return;
        }

        bool startsRow = gain == fresh;
        for (int n = 0; n < scores.Length; n++)
        {
            double score = before.Score + gain + scores[n];
            ref State? place = ref best[position + n + 1 - origin, (int)kind];
            if (double.IsNegativeInfinity(scores[n]) || (kind != CellKind.Number && place is not null && place.Score >= score))
            {
                continue;
            }

            var cell = new CellSpan(kind, position, n + 1, startsRow, gain == goesOn && !startsRow);
            State next = before.Follow(cell, score, kind == CellKind.Number ? _numbers.Read(position, n + 1) : null, token.Letters, kind == CellKind.Label ? IsOpen(position, n + 1) : null);
            place = Better(place, next);
        }
    }

    private bool IsOpen(int start, int length)
    {
        int open = 0;
        for (int i = start; i < start + length; i++)
        {
            string word = text.Tokens[i].Text;
            open += word.Count(c => c == '(') - word.Count(c => c == ')');
        }

        return open > 0;
    }

    private static State? Better(State? first, State? second) =>
        first is null || (second is not null && second.Score > first.Score) ? second : first;

    private sealed record State(double Score, CellKind? Kind, bool InGroup, NumberTrail Trail, string? UnitStart, bool HasOpenLabel, State? Before, CellSpan Cell)
    {
        public State Follow(CellSpan cell, double score, RowNumber? number, string firstWord, bool? isOpen) =>
            number is { } read
                ? new State(score + Trail.Judge(read), cell.Kind, false, Trail.Add(read), UnitStart, false, this, cell)
                : new State(score, cell.Kind, InGroup || cell.Kind == CellKind.Group, Trail, cell.Kind == CellKind.Unit ? firstWord : UnitStart, isOpen ?? HasOpenLabel, this, cell);
    }
}
