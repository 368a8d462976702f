using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>The text of one paragraph while it is read: characters, marks of notes, and the look of most letters.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _marks = [];
    private readonly List<(double? Size, int Letters)> _sizes = [];
    private int _letters;
    private int _bold;
    private int _italic;
    private bool _lastWasMark;

    /// <summary>Mark a paragraph opens with; such a paragraph is a note typed by hand.</summary>
    public string? LeadingMark { get; private set; }

    /// <summary>Whether nothing but blanks was read.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <summary>Number of characters and marks read.</summary>
    public int Length => _text.Length + _marks.Count;

    /// <summary>Appends text of a run.</summary>
    public void Append(ReadOnlySpan<char> text, RunLook look)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (look.IsRaised == true && NoteMark.TryRead(text, out string mark))
        {
            AppendRaised(mark);
            return;
        }

        _text.Append(text);
        _lastWasMark = false;
        CountLook(text, look);
    }

    /// <summary>Appends a character that is no text of its own: tab, line break, hyphen.</summary>
    public void Append(char c)
    {
        _text.Append(c);
        _lastWasMark = false;
    }

    /// <summary>Appends the mark of a footnote or endnote.</summary>
    public void AppendReference(string mark)
    {
        _marks.Add(mark);
        _lastWasMark = false;
    }

    /// <summary>Puts a label in front.</summary>
    public void Prepend(string label)
    {
        if (label.Length > 0)
        {
            _text.Insert(0, label);
            IsBlank = false;
        }
    }

    /// <summary>The text in NFC without blanks at its ends.</summary>
    /// <param name="lineBreak">What a line break typed by hand becomes.</param>
    public PlacedText ToPlacedText(char lineBreak)
    {
        string text = _text.Replace('\n', lineBreak).ToString().Trim();
        return new PlacedText(text.IsNormalized() ? text : text.Normalize(), noteMarks: [.. _marks]);
    }

    /// <summary>Turns the mark in front into a reference, or into text where nothing else is there.</summary>
    public void KeepLeadingMark()
    {
        if (LeadingMark is { } mark && _text.Length == 0)
        {
            Prepend(mark);
        }
        else if (LeadingMark is not null)
        {
            _marks.Insert(0, LeadingMark);
        }

        LeadingMark = null;
    }

    /// <summary>Look of most letters.</summary>
    public TextStyle Style(TextAlignment? alignment)
    {
        double? size = _sizes.Count == 0 ? null : _sizes.MaxBy(s => s.Letters).Size;
        return new TextStyle(alignment ?? TextAlignment.Left, _bold * 2 > _letters, _italic * 2 > _letters, size);
    }

    private void AppendRaised(string mark)
    {
        if (NoteMark.IsExponent(mark, _text))
        {
            _text.Append(mark == "2" ? '²' : '³');
            _lastWasMark = false;
        }
        else if (_lastWasMark && LeadingMark is not null && IsBlank)
        {
            LeadingMark += mark;
        }
        else if (_lastWasMark && _marks.Count > 0)
        {
            // Editors split runs anywhere: "1" and "2" side by side are the mark 12.
            _marks[^1] += mark;
        }
        else if (IsBlank)
        {
            LeadingMark = mark;
            _lastWasMark = true;
        }
        else
        {
            _marks.Add(mark);
            _lastWasMark = true;
        }
    }

    private void CountLook(ReadOnlySpan<char> text, RunLook look)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsWhiteSpace(c) ? 0 : 1;
        }

        if (letters == 0)
        {
            return;
        }

        IsBlank = false;
        _letters += letters;
        _bold += look.IsBold == true ? letters : 0;
        _italic += look.IsItalic == true ? letters : 0;
        int index = _sizes.FindIndex(s => s.Size == look.FontSize);
        if (index < 0)
        {
            _sizes.Add((look.FontSize, letters));
        }
        else
        {
            _sizes[index] = (look.FontSize, _sizes[index].Letters + letters);
        }
    }
}
