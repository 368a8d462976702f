namespace Extractor.Layout;

/// <summary>Words of one page that share a baseline, from left to right.</summary>
internal sealed class TextLine
{
    /// <summary>Sorts the words into a line.</summary>
    public TextLine(int page, PageTurn turn, List<Word> words)
    {
        Page = page;
        Turn = turn;
        Words = words;
        words.Sort(static (a, b) => a.Area.X0.CompareTo(b.Area.X0));
        Left = words[0].Area.X0;
        Right = words[0].Area.X1;
        foreach (Word word in words)
        {
            Right = Math.Max(Right, word.Area.X1);
            if (!word.IsRaised && word.FontSize > FontSize)
            {
                FontSize = word.FontSize;
                Baseline = word.Baseline;
            }
        }

        if (FontSize == 0)
        {
            FontSize = words[0].FontSize;
            Baseline = words[0].Baseline;
        }
    }

    /// <summary>Sorts the words into a line whose height is known: some of the words stand above or below the others.</summary>
    public TextLine(int page, PageTurn turn, List<Word> words, double baseline, double fontSize)
        : this(page, turn, words)
    {
        Baseline = baseline;
        FontSize = fontSize;
    }

    /// <summary>Page, from 1.</summary>
    public int Page { get; }

    /// <summary>The turn the page was read with.</summary>
    public PageTurn Turn { get; }

    /// <summary>Its words from left to right; never empty.</summary>
    public List<Word> Words { get; }

    /// <summary>Left end.</summary>
    public double Left { get; }

    /// <summary>Right end.</summary>
    public double Right { get; }

    /// <summary>Height of the baseline.</summary>
    public double Baseline { get; }

    /// <summary>Size of its largest word.</summary>
    public double FontSize { get; }

    /// <summary>Width of the place the line was set in; a line that could have taken the next word ended on purpose.</summary>
    public double Room { get; set; }

    /// <summary>Width the words take.</summary>
    public double Width => Right - Left;
}
