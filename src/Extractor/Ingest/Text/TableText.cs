using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>The words of a table whose columns run together, and what its typesetting tells.</summary>
internal sealed class TableText
{
    private const int AligningBlanks = 4;
    private const int ShortestWrappedLine = 25;

    private TableText(ImmutableArray<TableToken> tokens, ImmutableDictionary<int, string> noteMarks, int usualGap, double blankWeight, int labelWidth)
    {
        Tokens = tokens;
        NoteMarks = noteMarks;
        UsualGap = usualGap;
        BlankWeight = blankWeight;
        LabelWidth = labelWidth;
    }

    /// <summary>The words in order.</summary>
    public ImmutableArray<TableToken> Tokens { get; }

    /// <summary>Footnote marks by the word they stand behind.</summary>
    public ImmutableDictionary<int, string> NoteMarks { get; }

    /// <summary>Why the figures of a line may not be what they look like, by the line.</summary>
    public ImmutableDictionary<int, LocalText> Doubts { get; private init; } = ImmutableDictionary<int, LocalText>.Empty;

    /// <summary>Line ends between the lines of one cell.</summary>
    public int UsualGap { get; }

    /// <summary>How far blanks are to be trusted as empty cells, 0 to 1.</summary>
    public double BlankWeight { get; }

    /// <summary>Characters that fit on a line of the label column; 0 where too few lines wrap to tell.</summary>
    public int LabelWidth { get; }

    /// <summary>Whether a cell has a bracket that it does not close.</summary>
    public bool LeavesOpen(CellSpan cell) =>
        Tokens[cell.End - 1].OpenBefore + Tokens[cell.End - 1].Word.Opens > Tokens[cell.Start].OpenBefore;

    /// <summary>Takes the words of some lines.</summary>
    /// <param name="lines">Lines of the table.</param>
    /// <param name="vocabulary">What is known of words.</param>
    public static TableText From(IReadOnlyList<BodyLine> lines, TableVocabulary vocabulary)
    {
        List<TextLine> present = [.. lines.Where(l => l.Kind == BodyLineKind.Text).Select(l => l.Line)];
        int usualGap = LineGaps.Usual(present);
        bool linesAreCells = BlankLinesAreCells(present, usualGap);
        var builder = new Builder(linesAreCells, usualGap, vocabulary);
        for (int i = 0; i < lines.Count; i++)
        {
            builder.Add(lines[i], i);
        }

        double weight = linesAreCells ? 1 : BlankWeightOf(present);
        ImmutableArray<TableToken> tokens = builder.Tokens.ToImmutable();
        return new TableText(tokens, builder.NoteMarks.ToImmutable(), usualGap, weight, WidthOf(tokens))
        {
            Doubts = lines.Select(static (line, i) => (line.Line.Doubt, i)).Where(static l => l.Doubt is not null).ToImmutableDictionary(static l => l.i, static l => l.Doubt!),
        };
    }

    // Exports of word processors print every cell on a line of its own: an empty line is an empty cell.
    private static bool BlankLinesAreCells(List<TextLine> lines, int usualGap)
    {
        int blank = lines.Count(l => l.IsBlank);
        int padded = lines.Count(l => l.IsBlank ? l.Indent > 0 : l.Trailing > 0);
        return usualGap == 1 && blank * 6 > lines.Count && padded * 10 < lines.Count;
    }

    private static double BlankWeightOf(List<TextLine> lines)
    {
        int telling = lines.Count(l => l.IsBlank ? l.Indent > 0 : l.Trailing is > 1 and < AligningBlanks + 2);
        return Math.Min(1, telling * 6.0 / Math.Max(1, lines.Count(l => !l.IsBlank)));
    }

    private static int WidthOf(ImmutableArray<TableToken> tokens)
    {
        int[] lengths = [.. tokens
            .Where(t => t.StartsLine && t.LineBefore > ShortestWrappedLine && char.IsLower(t.Text[0]))
            .Select(t => t.LineBefore).Order()];
        return lengths.Length < 5 ? 0 : lengths[(int)(lengths.Length * 0.8)];
    }

    private sealed class Builder(bool linesAreCells, int usualGap, TableVocabulary vocabulary)
    {
        private readonly Dictionary<string, TableWord> _known = new(StringComparer.Ordinal);
        private int _line;
        private int _open;
        private int _lineEnds = 1;
        private int _empty;
        private bool _wide;
        private bool _header;
        private bool _afterMark;
        private int _lineLength;

        public ImmutableArray<TableToken>.Builder Tokens { get; } = ImmutableArray.CreateBuilder<TableToken>();

        public ImmutableDictionary<int, string>.Builder NoteMarks { get; } = ImmutableDictionary.CreateBuilder<int, string>();

        public void Add(BodyLine found, int number)
        {
            _line = number;
            TextLine line = found.Line;
            if (found.Kind == BodyLineKind.RepeatedHeading)
            {
                _header = true;
                return;
            }

            if (found.Kind == BodyLineKind.NoteMark)
            {
                NoteMarks[Tokens.Count - 1] = line.Text;
                _afterMark = true;
                return;
            }

            if (line.IsBlank)
            {
                _lineEnds++;
                _empty += linesAreCells ? 1 : 0;
                AddBlanks(line.Indent);
                return;
            }

            if (_afterMark && _lineEnds == 1)
            {
                _lineEnds = usualGap;
            }
            else
            {
                AddBlanks(line.Indent);
            }

            _afterMark = false;
            AddWords(line.Text);
            _lineEnds = 1;
            _lineLength = line.Text.Length;
            AddBlanks(line.Trailing - 1);
        }

        private void AddBlanks(int count)
        {
            if (count >= AligningBlanks)
            {
                _wide = true;
            }
            else if (count > 0)
            {
                _empty += count;
            }
        }

        private void AddWords(string text)
        {
            int end = 0;
            for (int start = 0; start < text.Length; start = end)
            {
                int blanks = 0;
                while (char.IsWhiteSpace(text[start]))
                {
                    blanks += text[start] == '\t' ? AligningBlanks : 1;
                    start++;
                }

                AddBlanks(blanks - 1);
                end = start;
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                {
                    end++;
                }

                AddWord(text[start..end]);
            }
        }

        private void AddWord(string text)
        {
            if (!_known.TryGetValue(text, out TableWord? word))
            {
                word = new TableWord(text, vocabulary);
                _known.Add(text, word);
            }

            Tokens.Add(new TableToken
            {
                Word = word,
                OpenBefore = _open,
                Line = _line,
                LineEnds = _lineEnds,
                EmptyCells = _empty,
                AfterWideGap = _wide,
                AfterHeader = _header,
                LineBefore = _lineEnds > 0 ? _lineLength : 0,
            });
            _open += word.Opens;
            _lineEnds = 0;
            _empty = 0;
            _wide = false;
            _header = false;
        }
    }
}
