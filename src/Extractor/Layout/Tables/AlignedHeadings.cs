namespace Extractor.Layout;

/// <summary>Headings of tables without vertical rules, and the columns that all lines below the same heading show on whatever pages.</summary>
internal sealed class AlignedHeadings
{
    // In points: a heading printed again stands where it stood.
    private const double Tolerance = 2;

    private readonly Dictionary<TextLine, Group> _groups = [];
    private readonly Dictionary<string, List<Group>> _byText = new(StringComparer.Ordinal);

    /// <summary>Adds the lines below one printing of a heading.</summary>
    public void Add(HeadedLines part)
    {
        string text = string.Join(' ', part.HeadingLine.Words.Select(static word => word.Text));
        if (!_byText.TryGetValue(text, out List<Group>? groups))
        {
            groups = [];
            _byText.Add(text, groups);
        }

        Group? group = groups.Find(group => IsSamePlace(group.Parts[0].HeadingLine, part.HeadingLine));
        if (group is null)
        {
            group = new Group();
            groups.Add(group);
        }

        group.Parts.Add(part);
        _groups[part.HeadingLine] = group;
    }

    /// <summary>Adds the lines of a page on which the table goes on without its heading.</summary>
    /// <param name="heading">The line that names the number column, on an earlier page.</param>
    /// <param name="lines">The lines.</param>
    public void AddRest(TextLine heading, List<TextLine> lines) => _groups[heading].Parts.Add(new HeadedLines(lines, -1));

    /// <summary>Edges of the columns below a heading that was added.</summary>
    /// <param name="heading">The line that names the number column.</param>
    /// <param name="minStrip">Narrowest strip between two columns.</param>
    public List<double> Columns(TextLine heading, double minStrip)
    {
        Group group = _groups[heading];
        return group.Edges ??= AlignedColumns.Edges(group.Parts, minStrip);
    }

    /// <summary>How far below the line of the heading its last line may stand; what differs between two printings is no heading.</summary>
    /// <param name="heading">The line that names the number column.</param>
    public double Depth(TextLine heading)
    {
        List<HeadedLines> parts = _groups[heading].Parts.FindAll(static part => part.Heading >= 0);
        if (parts.Count == 1)
        {
            return double.MaxValue;
        }

        HeadedLines first = parts[0];
        int common = 0;
        while (parts.TrueForAll(part => IsSameLine(first, part, common + 1)))
        {
            common++;
        }

        return first.Lines[first.Heading + common].Baseline - first.HeadingLine.Baseline + (0.3 * heading.FontSize);
    }

    private static bool IsSameLine(HeadedLines one, HeadedLines other, int offset)
    {
        if (one.Heading + offset >= one.Lines.Count || other.Heading + offset >= other.Lines.Count)
        {
            return false;
        }

        TextLine line = one.Lines[one.Heading + offset];
        TextLine same = other.Lines[other.Heading + offset];
        return line.Words.Count == same.Words.Count
            && Math.Abs(line.Baseline - one.HeadingLine.Baseline - (same.Baseline - other.HeadingLine.Baseline)) < Tolerance
            && line.Words.Zip(same.Words).All(static pair => pair.First.Text == pair.Second.Text);
    }

    private static bool IsSamePlace(TextLine one, TextLine other)
    {
        for (int i = 0; i < one.Words.Count; i++)
        {
            if (Math.Abs(one.Words[i].Area.X0 - other.Words[i].Area.X0) > Tolerance)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Group
    {
        public List<HeadedLines> Parts { get; } = [];

        public List<double>? Edges { get; set; }
    }
}

/// <summary>Lines of a table on one page.</summary>
/// <param name="Lines">Its lines from top to bottom.</param>
/// <param name="Heading">Index of the line that names the number column; -1 on a page that goes on without heading.</param>
internal sealed record HeadedLines(List<TextLine> Lines, int Heading)
{
    private const int MaxHeadingLines = 6;

    /// <summary>The line that names the number column.</summary>
    public TextLine HeadingLine => Lines[Heading];

    /// <summary>Index of the first line below the heading: the first that has a text in the number column.</summary>
    public int Body { get; } = BodyStart(Lines, Heading);

    private static int BodyStart(List<TextLine> lines, int heading)
    {
        if (heading < 0)
        {
            return 0;
        }

        (double from, double to) = FreeSpace.Of(lines[heading]).Strips[0];
        int body = heading + 1;
        while (body < lines.Count && body - heading < MaxHeadingLines && lines[body].Left > (from + to) / 2)
        {
            body++;
        }

        return body;
    }
}
