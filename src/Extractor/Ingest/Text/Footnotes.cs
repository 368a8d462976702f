using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>
/// Finds raised footnote marks and the notes at the end of a text layer. There every run of words ends with a blank but a raised mark,
/// which stands on a line of its own, does not; that tells the mark "1" from a cell with the figure 1.
/// </summary>
internal sealed class Footnotes
{
    private const int LongestMark = 3;
    private const int MostLinesOfNote = 12;
    private const int FewestWords = 3;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly bool _marksShow;

    /// <summary>Looks for the notes behind the text.</summary>
    public Footnotes(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        int padded = lines.Count(l => !l.IsBlank && l.Trailing > 0);
        _marksShow = padded * 10 >= lines.Count(l => !l.IsBlank) * 8;
        Start = FindStart();
        Notes = ReadNotes();
    }

    /// <summary>The line the notes start with; behind the last line if there are none.</summary>
    public int Start { get; }

    /// <summary>The notes.</summary>
    public ImmutableArray<Note> Notes { get; }

    /// <summary>Whether a line is a raised mark.</summary>
    public bool IsMark(int line) => _marksShow && LooksRaised(_lines[line]);

    private static bool LooksRaised(TextLine line) =>
        line is { Indent: 0, Trailing: 0, Text.Length: > 0 and <= LongestMark }
        && (line.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || line.Text.AsSpan().IndexOfAnyExcept('*') < 0);

    // The notes count from 1 and nothing follows them: the last mark "1" whose successors run to the end.
    private int FindStart()
    {
        string? expected = null;
        int start = _lines.Count;
        for (int i = _lines.Count - 1; i > 0; i--)
        {
            if (!IsMark(i) || i + 1 >= _lines.Count || _lines[i + 1].IsBlank)
            {
                continue;
            }

            if (!int.TryParse(_lines[i].Text, out int number) || (expected is not null && _lines[i].Text != expected))
            {
                break;
            }

            if (!LooksLikeNote(i, start))
            {
                break;
            }

            start = i;
            expected = $"{number - 1}";
            if (number == 1)
            {
                return start;
            }
        }

        return _lines.Count;
    }

    // A note is a phrase of a few lines; a figure alone on its line has a unit or the next row behind it.
    private bool LooksLikeNote(int mark, int end)
    {
        int present = 0;
        for (int i = mark + 1; i < end; i++)
        {
            present += _lines[i].IsBlank ? 0 : 1;
        }

        return present <= MostLinesOfNote && FoldedText.FirstWords(_lines[mark + 1].Text, FewestWords).Count == FewestWords;
    }

    private ImmutableArray<Note> ReadNotes()
    {
        var notes = ImmutableArray.CreateBuilder<Note>();
        for (int i = Start; i < _lines.Count;)
        {
            string mark = _lines[i++].Text;
            var words = new List<string>();
            for (; i < _lines.Count && !IsMark(i); i++)
            {
                if (!_lines[i].IsBlank)
                {
                    words.Add(_lines[i].Text);
                }
            }

            notes.Add(new Note(mark, new PlacedText(string.Join(' ', words))));
        }

        return notes.ToImmutable();
    }
}
