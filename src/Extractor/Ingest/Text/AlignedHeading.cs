using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Column headings that stand side by side, parted by runs of blanks.</summary>
/// <param name="End">The line behind them.</param>
/// <param name="Columns">The columns from left to right, each with the place of its heading.</param>
/// <param name="Heading">The headings as words.</param>
internal sealed record AlignedHeading(int End, ImmutableArray<AlignedHeadingColumn> Columns, TableHeading Heading)
{
    private const int MostLines = 12;
    private const int FewestColumns = 3;
    private const int MostEmptyLines = 2;
    private const int MostFigures = 12;

    private static readonly (string Name, CellKind Kind)[] Kinds =
    [
        ("number-heading", CellKind.Number), ("label-heading", CellKind.Label), ("unit-heading", CellKind.Unit),
        ("value-heading", CellKind.Value), ("note-heading", CellKind.Note),
    ];

    /// <summary>Reads the headings that start with a line; null if none do.</summary>
    public static AlignedHeading? Read(IReadOnlyList<TextLine> lines, int start, TableWords words)
    {
        if (!MayStart(lines[start], words))
        {
            return null;
        }

        if (ReadFrom(lines, start, words) is not { } heading)
        {
            return null;
        }

        // The end of a unit above the headings ("vụ", "đơn vị") reads like one of them: what the next line starts as well, it does not.
        int next = start + 1;
        while (next < heading.End && lines[next].IsBlank)
        {
            next++;
        }

        bool isStray = next < heading.End && MayStart(lines[next], words)
            && ReadFrom(lines, next, words) is { } below && below.Columns.Length >= heading.Columns.Length
            && below.Heading.Printed.Count >= heading.Heading.Printed.Count;
        return isStray ? null : heading;
    }

    private static AlignedHeading? ReadFrom(IReadOnlyList<TextLine> lines, int start, TableWords words)
    {
        var pieces = new List<HeadingPiece>();
        AlignedHeading? best = null;
        int open = 0, empty = 0, apart = 0;
        for (int i = start; i < lines.Count && i < start + MostLines && empty <= MostEmptyLines; i++)
        {
            if (lines[i].IsBlank)
            {
                empty++;
                continue;
            }

            List<HeadingPiece> line = HeadingPiece.PiecesOf(lines[i]);
            apart = Math.Max(apart, line.Count);
            line = [.. line.SelectMany(p => Part(p, words)).SelectMany(p => p.PartBelow(pieces))];
            bool areNumbers = IsColumnNumbers(line);
            line = [.. line.Select(p => p with { Line = i })];
            bool hasHeading = areNumbers || line.Exists(p => IsHeading(p.Text, words)) || (best is not null && line.TrueForAll(IsRemark));
            if (!line.TrueForAll(p => IsHeading(p.Text, words) || p.Text[0] == '(' || open > 0) || (!hasHeading && open == 0))
            {
                break;
            }

            open = Math.Max(0, open + lines[i].Text.Count(c => c == '(') - lines[i].Text.Count(c => c == ')'));
            empty = 0;
            if (!areNumbers)
            {
                pieces.AddRange(line);
            }

            best = open == 0 && apart >= FewestColumns && Resolve(pieces, start, i + 1, words) is { } heading ? heading : best;
        }

        return best;
    }

    private static AlignedHeading? Resolve(List<HeadingPiece> pieces, int start, int end, TableWords words)
    {
        var found = new Dictionary<CellKind, HeadingPiece>();
        var figures = new List<HeadingPiece>();
        string? result = null;
        foreach (HeadingPiece piece in HeadingPiece.Stack(pieces, piece => IsResult(piece, words) || HeadingSpan.IsOverSeveral(piece, pieces)))
        {
            if (IsResult(piece, words) || HeadingSpan.IsOverSeveral(piece, pieces))
            {
                result ??= piece.Text;
            }
            else if (KindOf(piece.Text, words) is { } kind && kind != CellKind.Value)
            {
                found.TryAdd(kind, piece);
            }
            else if (IsFigureHeading(piece.Text, words))
            {
                figures.Add(piece);
            }
            else
            {
                return null;
            }
        }

        // Forms without numbers have units at least.
        bool isStatistical = found.ContainsKey(CellKind.Number) || (found.ContainsKey(CellKind.Unit) && figures.Count > 0);
        if (!found.TryGetValue(CellKind.Label, out HeadingPiece? label) || !isStatistical
            || found.Count + figures.Count < FewestColumns || figures.Count > MostFigures || figures.Exists(f => f.Start < label.Start))
        {
            return null;
        }

        // The first column of figures stands in the place where most forms have their only one; which of them reports is decided later.
        figures.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        for (int i = 0; i < figures.Count; i++)
        {
            found.Add(i == 0 ? CellKind.Value : CellKind.FurtherFigure + (i - 1), figures[i]);
        }

        ImmutableDictionary<string, string> printed = Kinds.Where(k => found.ContainsKey(k.Kind)).ToImmutableDictionary(k => k.Name, k => found[k.Kind].Text)
            .AddRange(figures.Skip(1).Select((f, i) => KeyValuePair.Create(TableHeading.NameOf(CellKind.FurtherFigure + i), f.Text)));
        printed = result is null ? printed : printed.Add("result-heading", result);
        return new AlignedHeading(
            end, [.. found.Select(f => new AlignedHeadingColumn(f.Key, f.Value.Start, f.Value.End)).OrderBy(c => c.Middle)],
            new TableHeading(start, end, "", printed));
    }

    // Nearly all lines are told by their first word, and no data row has headings only.
    private static bool MayStart(TextLine line, TableWords words)
    {
        ReadOnlySpan<char> text = line.Text;
        int end = text.IndexOf(' ');
        string first = FoldedText.Word(end < 0 ? text : text[..end]);
        return !line.IsBlank && (words.IsHeadingWord(first) || words.IsFigureHeadingWord(first))
            && HeadingPiece.PiecesOf(line).TrueForAll(p => IsHeading(p.Text, words) || p.Text[0] == '(');
    }

    // "Đơn vị tính Số liệu Ghi chú": headings that a single blank parts.
    private static List<HeadingPiece> Part(HeadingPiece piece, TableWords words)
    {
        var parts = new List<HeadingPiece>();
        string text = piece.Text;
        for (int at = 0; at < text.Length;)
        {
            List<string> folded = FoldedText.Words(text[at..]);
            int length = words.HeadingLength(folded);
            if (length == 0 && (at == 0 || !folded.TrueForAll(word => words.IsHeadingWord(word) || words.IsFigureHeadingWord(word))))
            {
                return [piece];
            }

            int end = length == 0 ? text.Length : EndOfWords(text, at, length);

            parts.Add(new HeadingPiece(piece.Start + at, piece.Start + end, text[at..end]));
            at = end + 1;
        }

        return parts;
    }

    private static int EndOfWords(string text, int start, int count)
    {
        int end = start;
        for (int n = 0; n < count && end < text.Length; n++)
        {
            int next = text.IndexOf(' ', end + (n > 0 ? 1 : 0));
            end = next < 0 ? text.Length : next;
        }

        return end;
    }

    // "(%)", "(nếu có)" below a heading
    private static bool IsRemark(HeadingPiece piece) => piece.Text[0] == '(' && piece.Text[^1] == ')' && !piece.Text.Any(char.IsAsciiDigit);

    // "(1)  (2)  (3)" below the headings
    private static bool IsColumnNumbers(List<HeadingPiece> line) =>
        line.TrueForAll(p => p.Text.Length is 3 or 4 && p.Text[0] == '(' && char.IsAsciiDigit(p.Text[1]) && p.Text[^1] == ')');

    private static bool IsHeading(string text, TableWords words)
    {
        List<string> folded = WordsOf(text);
        return folded.Count > 0 && folded.TrueForAll(word => words.IsHeadingWord(word) || words.IsFigureHeadingWord(word)) && folded.Exists(static word => !char.IsAsciiDigit(word[0]));
    }

    // "Kế hoạch", "Kết quả thực hiện năm 2023", "Năm 2022".
    private static bool IsFigureHeading(string text, TableWords words)
    {
        List<string> folded = WordsOf(text);
        int length = Math.Max(words.MatchStart("value-heading", folded), words.LongestFigureHeading(folded));
        return length > 0 && folded.Skip(length).All(word => words.IsHeadingWord(word) || words.IsFigureHeadingWord(word));
    }

    private static bool IsResult(HeadingPiece piece, TableWords words) => words.MatchStart("result-heading", FoldedText.Words(piece.Text)) > 0;

    // What stands in a bracket explains the heading.
    private static List<string> WordsOf(string text)
    {
        int bracket = text.IndexOf('(', StringComparison.Ordinal);
        return FoldedText.Words(bracket > 0 ? text[..bracket] : text);
    }

    private static CellKind? KindOf(string text, TableWords words)
    {
        List<string> folded = WordsOf(text);
        foreach ((string name, CellKind kind) in Kinds)
        {
            if (folded.Count > 0 && words.MatchStart(name, folded) == folded.Count)
            {
                return kind;
            }
        }

        return null;
    }
}
