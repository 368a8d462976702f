using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Column headings that stand side by side, parted by runs of blanks.</summary>
/// <param name="End">The line behind them.</param>
/// <param name="Columns">The columns from left to right, each with the middle of its heading.</param>
/// <param name="Heading">The headings as words.</param>
internal sealed record AlignedHeading(int End, ImmutableArray<(CellKind Kind, double Middle)> Columns, TableHeading Heading)
{
    private const int MostLines = 7;
    private const int FewestColumns = 3;
    private const int WrapReach = 6;

    private static readonly Dictionary<string, CellKind> Kinds = new(StringComparer.Ordinal)
    {
        ["number-heading"] = CellKind.Number,
        ["label-heading"] = CellKind.Label,
        ["unit-heading"] = CellKind.Unit,
        ["value-heading"] = CellKind.Value,
        ["note-heading"] = CellKind.Note,
    };

    /// <summary>Reads the headings that start with a line; null if none do.</summary>
    public static AlignedHeading? Read(IReadOnlyList<TextLine> lines, int start, TableWords words)
    {
        if (!HasGap(lines, start))
        {
            return null;
        }

        var found = new Dictionary<CellKind, (double Middle, string Printed)>();
        var wrapped = new List<(double Middle, string Text)>();
        bool sideBySide = false;
        int end = start;
        for (int i = start; i < lines.Count && i < start + MostLines; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            List<(int Column, string Text)> pieces = PiecesOf(lines[i]);
            int before = found.Count;
            bool belongs = pieces.Count(p => Take(p, words, found, wrapped)) == pieces.Count || OpensBracket(lines, start, i);
            if (!belongs && found.Count == before)
            {
                break;
            }

            sideBySide |= found.Count - before >= 2;
            end = i + 1;
            if (i == start && before == found.Count && !pieces.Exists(p => words.MatchStart("result-heading", FoldedText.Words(p.Text)) > 0))
            {
                return null;
            }
        }

        if (!sideBySide || found.Count < FewestColumns || !found.ContainsKey(CellKind.Number) || !found.ContainsKey(CellKind.Label))
        {
            return null;
        }

        ImmutableDictionary<string, string> printed = Kinds.Where(k => found.ContainsKey(k.Value))
            .ToImmutableDictionary(k => k.Key, k => found[k.Value].Printed);
        return new AlignedHeading(
            end, [.. found.OrderBy(f => f.Value.Middle).Select(f => (f.Key, f.Value.Middle))], new TableHeading(start, end, "", printed));
    }

    /// <summary>The parts of a line between runs of two and more blanks, with the column of each.</summary>
    public static List<(int Column, string Text)> PiecesOf(TextLine line)
    {
        var pieces = new List<(int, string)>();
        string text = line.Text;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ' ' && i + 1 < text.Length && text[i + 1] == ' '))
            {
                pieces.Add((line.Indent + start, text[start..i]));
                while (i < text.Length && text[i] == ' ')
                {
                    i++;
                }

                start = i;
            }
        }

        return pieces;
    }

    private static bool HasGap(IReadOnlyList<TextLine> lines, int start)
    {
        for (int i = start; i < lines.Count && i < start + MostLines; i++)
        {
            if (lines[i].Text.Contains("  ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Take(
        (int Column, string Text) piece, TableWords words, Dictionary<CellKind, (double Middle, string Printed)> found,
        List<(double Middle, string Text)> wrapped)
    {
        double middle = piece.Column + (piece.Text.Length / 2.0);
        if (TakeWhole(piece.Text, middle, words, found))
        {
            return true;
        }

        List<string> folded = FoldedText.Words(piece.Text);
        if (folded.Count == 0 || !folded.TrueForAll(words.IsHeadingWord))
        {
            return false;
        }

        // "Số" above "liệu": a narrow column breaks its heading.
        int above = wrapped.FindIndex(w => Math.Abs(w.Middle - middle) <= WrapReach);
        if (above < 0 || !TakeWhole($"{wrapped[above].Text} {piece.Text}", middle, words, found))
        {
            wrapped.Add((middle, piece.Text));
        }

        return true;
    }

    private static bool TakeWhole(string text, double middle, TableWords words, Dictionary<CellKind, (double Middle, string Printed)> found)
    {
        List<string> folded = FoldedText.Words(text);
        foreach ((string name, CellKind kind) in Kinds)
        {
            int length = words.MatchStart(name, folded);
            bool isWhole = length == folded.Count || (length > 0 && kind == CellKind.Label);
            if (isWhole && found.TryAdd(kind, (middle, string.Join(' ', text.Split(' ').Take(length)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensBracket(IReadOnlyList<TextLine> lines, int start, int behind)
    {
        int open = 0;
        for (int i = start; i < behind; i++)
        {
            open += lines[i].Text.Count(c => c == '(') - lines[i].Text.Count(c => c == ')');
        }

        return open > 0;
    }
}
