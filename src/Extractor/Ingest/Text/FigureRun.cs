using System.Buffers;
using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Figures that stand side by side on a line.</summary>
/// <param name="Start">Where the first begins.</param>
/// <param name="End">Where the last ends.</param>
/// <param name="Figures">The figures with the places they begin at.</param>
internal sealed record FigureRun(int Start, int End, ImmutableArray<(int Start, string Text)> Figures)
{
    /// <summary>Characters that figures are printed with.</summary>
    public static SearchValues<char> Characters { get; } = SearchValues.Create("0123456789.,/%");

    /// <summary>Whether a word is a figure or stands for one.</summary>
    public static bool IsFigure(ReadOnlySpan<char> word) =>
        word is "-" or "–" or "x" or "X" || (!word.IsEmpty && char.IsAsciiDigit(word[0]) && word[^1] is not ('.' or ')') && word.IndexOfAnyExcept(Characters) < 0);

    /// <summary>The figures at the end of a line, no more than there are columns for; those in front of a remark only if every column has one.</summary>
    /// <param name="text">The line.</param>
    /// <param name="columns">Columns of figures.</param>
    public static FigureRun? Find(string text, int columns)
    {
        int end = text.Length;
        while (end > 0)
        {
            FigureRun? run = EndingAt(text, end, columns);
            if (run is not null && (end == text.Length || (run.Figures.Length == columns && run.Start > 0)))
            {
                return run;
            }

            int space = text.LastIndexOf(' ', (run?.Start ?? end) - 1 < 0 ? 0 : (run?.Start ?? end) - 1);
            end = space < 0 ? 0 : text.AsSpan(0, space).TrimEnd().Length;
        }

        return null;
    }

    private static FigureRun? EndingAt(string text, int end, int columns)
    {
        var found = new List<(int, string)>();
        int left = end, start = end;
        while (left > 0 && found.Count < columns)
        {
            int at = text.LastIndexOf(' ', left - 1) + 1;
            if (!IsFigure(text.AsSpan(at, left - at)))
            {
                break;
            }

            found.Add((at, text[at..left]));
            start = at;
            left = text.AsSpan(0, at).TrimEnd().Length;
        }

        found.Reverse();
        return found.Count == 0 ? null : new FigureRun(start, end, [.. found]);
    }
}
