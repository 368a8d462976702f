namespace Extractor.Tests.Variations;

/// <summary>How the text layer of a report is set.</summary>
internal sealed class TextLayerStyle
{
    private readonly bool[] _centred;
    private readonly double[] _shift;

    /// <summary>A style the random numbers choose.</summary>
    /// <param name="seed">Decides everything else.</param>
    /// <param name="isTight">Whether the lines of a cell stand too close for an empty line between them.</param>
    public TextLayerStyle(int seed, bool isTight)
    {
        var random = new Random(seed);
        EmptyLineFrom = isTight ? 1.15 : 0.75;
        Widths = [random.Next(4, 8), random.Next(36, 56), random.Next(9, 15), random.Next(7, 12), random.Next(8, 15)];
        LineWidth = random.Next(70, 90);
        PageLines = random.Next(32, 50);
        PageBreak = random.Next(4) switch { 0 => "\n ", 1 => "\n\n\n\n", 2 => "\n\f", _ => "\n\n" };
        CutsRows = random.Next(3) > 0;
        bool allCentred = random.Next(3) > 0;
        _centred = [true, allCentred || random.Next(2) == 0, true, true, allCentred || random.Next(2) == 0];
        _shift = [0, 0, 0, 0, random.Next(3) == 0 ? 0.4 : 0];
        BetweenParagraphs = random.Next(2) * 0.4;
        BetweenRows = random.Next(2) * 0.3;
    }

    /// <summary>Characters that fit into each column.</summary>
    public int[] Widths { get; }

    /// <summary>Characters that fit on a line of the prose.</summary>
    public int LineWidth { get; }

    /// <summary>Lines of the table that fit on a page.</summary>
    public int PageLines { get; }

    /// <summary>What stands between two pages.</summary>
    public string PageBreak { get; }

    /// <summary>Whether a page break may cut a row.</summary>
    public bool CutsRows { get; }

    /// <summary>Distance of lines from which an empty line stands between them.</summary>
    public double EmptyLineFrom { get; }

    /// <summary>Lines of space between paragraphs.</summary>
    public double BetweenParagraphs { get; }

    /// <summary>Lines of space between rows.</summary>
    public double BetweenRows { get; }

    /// <summary>Whether the words of a column stand in the middle of their row.</summary>
    public bool IsCentred(int column) => _centred[column];

    /// <summary>How far the words of a column stand off the others.</summary>
    public double Shift(int column) => _shift[column];
}
