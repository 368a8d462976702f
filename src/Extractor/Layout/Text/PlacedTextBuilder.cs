using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Extractor.Layout;

/// <summary>Puts the words of lines into one text that knows where each of them stands.</summary>
internal sealed class PlacedTextBuilder
{
    private static readonly SearchValues<char> NumberingCharacters = SearchValues.Create("0123456789.IVX");

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PlacedWord>.Builder _words = ImmutableArray.CreateBuilder<PlacedWord>();
    private readonly ImmutableArray<string>.Builder _marks = ImmutableArray.CreateBuilder<string>();

    /// <summary>Text of a cell: wraps are mended, list items start a new line.</summary>
    public PlacedText OfCell(IReadOnlyList<TextLine> lines)
    {
        bool isNumbering = IsNumbering(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            Append(lines[i], i == 0 ? LineJoint.None : LineJoiner.Between(lines[i - 1], lines[i], isNumbering));
        }

        return Take();
    }

    /// <summary>Text of a paragraph: its lines are joined by spaces.</summary>
    public PlacedText OfParagraph(IReadOnlyList<TextLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            Append(lines[i], i == 0 ? LineJoint.None : LineJoiner.Wrapped(lines[i - 1], lines[i]));
        }

        return Take();
    }

    private void Append(TextLine line, LineJoint joint)
    {
        string separator = joint switch { LineJoint.Space => " ", LineJoint.LineFeed => "\n", _ => "" };
        foreach (Word word in line.Words)
        {
            if (word.IsRaised && !IsExponent())
            {
                _marks.Add(word.Text);
                continue;
            }

            _text.Append(_text.Length == 0 || word.IsRaised ? "" : separator);
            _words.Add(new PlacedWord(_text.Length, word.Text.Length, line.Page, line.Turn.Undo(word.Area), word.Certainty));
            _text.Append(word.Text);
            separator = " ";
        }
    }

    // The raised digit of m², km² and m³ is part of the unit.
    private bool IsExponent() =>
        _text.Length > 0 && _text[^1] == 'm'
        && (_text.Length == 1 || !char.IsLetter(_text[^2]) || _text[^2] is 'k' or 'd' or 'c' or 'h' or 'm')
        && (_text.Length < 3 || !char.IsLetter(_text[^3]));

    // A cell of digits and dots is one number, however narrow its column.
    private static bool IsNumbering(IReadOnlyList<TextLine> lines)
    {
        bool hasDot = false;
        foreach (TextLine line in lines)
        {
            foreach (Word word in line.Words)
            {
                if (!word.IsRaised && word.Text.AsSpan().ContainsAnyExcept(NumberingCharacters))
                {
                    return false;
                }

                hasDot |= word.Text.Contains('.', StringComparison.Ordinal);
            }

            if (line.Words.Count > 1 && !line.Words[1].IsRaised)
            {
                return false;
            }
        }

        return hasDot;
    }

    private PlacedText Take()
    {
        var text = new PlacedText(_text.ToString(), _words.DrainToImmutable(), _marks.DrainToImmutable());
        _text.Clear();
        return text;
    }
}
