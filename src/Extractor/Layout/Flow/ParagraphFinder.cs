namespace Extractor.Layout;

/// <summary>Joins the lines of a column to paragraphs.</summary>
internal static class ParagraphFinder
{
    private const double IndentShare = 0.8;

    /// <summary>Paragraphs from top to bottom.</summary>
    public static List<Paragraph> Find(TextColumn column)
    {
        var paragraphs = new List<Paragraph>();
        double pitch = 0;
        foreach (TextLine line in column.Lines)
        {
            TextAlignment alignment = AlignmentOf(line, column);
            line.Room = alignment == TextAlignment.Center ? column.Right - column.Left : column.Right - line.Left;
            Paragraph? open = paragraphs.Count > 0 ? paragraphs[^1] : null;
            double distance = open is null ? 0 : line.Baseline - open.Lines[^1].Baseline;
            if (open is not null && Continues(open, line, column, alignment) && distance < MaxPitch(open, pitch))
            {
                pitch = open.Lines.Count == 1 ? distance : Math.Min(pitch, distance);
                open.Lines.Add(line);
                open.Alignment = alignment == TextAlignment.Center ? alignment : open.Alignment;
            }
            else
            {
                pitch = 0;
                paragraphs.Add(new Paragraph(line, alignment));
            }
        }

        return paragraphs;
    }

    /// <summary>Whether a paragraph at the end of a page goes on with the first line of the next.</summary>
    public static bool ContinuesOverPage(Paragraph paragraph, TextLine line, TextColumn column) =>
        paragraph.Alignment != TextAlignment.Center && Continues(paragraph, line, column, AlignmentOf(line, column));

    private static bool Continues(Paragraph open, TextLine line, TextColumn column, TextAlignment alignment)
    {
        TextLine last = open.Lines[^1];
        bool isCentred = alignment == TextAlignment.Center;
        if (LineJoiner.Fits(last, line, 0.35)
            || ((open.Alignment == TextAlignment.Center) != isCentred && !(isCentred && IsFull(open, column))))
        {
            return false;
        }

        if (IsBold(last) != IsBold(line) || Math.Abs(last.FontSize - line.FontSize) > 0.12 * last.FontSize)
        {
            return false;
        }

        bool isIndented = line.Left > column.Left + (IndentShare * line.FontSize);
        if (ListMarker.Starts(line) && (isIndented || EndsSentence(last)))
        {
            return false;
        }

        return alignment == TextAlignment.Center || !isIndented || IsHanging(open, line);
    }

    // The lines of a list item stand below its text, not below its marker; the lines of an indented block below each other.
    private static bool IsHanging(Paragraph open, TextLine line)
    {
        TextLine first = open.Lines[0];
        double tolerance = 0.3 * line.FontSize;
        if (open.Lines.Count > 1)
        {
            return Math.Abs(open.Lines[^1].Left - line.Left) < tolerance;
        }

        return Math.Abs(first.Left - line.Left) < tolerance
            ? !ListMarker.Starts(line) && !EndsSentence(first)
            : ListMarker.Starts(first) && Math.Abs(first.Words[1].Area.X0 - line.Left) < line.FontSize;
    }

    // The first lines of a centred text may fill the column, and then do not look centred.
    private static bool IsFull(Paragraph open, TextColumn column) =>
        open.Lines.Count <= 3
        && open.Lines.TrueForAll(line => line.Left - column.Left < line.FontSize && column.Right - line.Right < 3 * line.FontSize);

    private static double MaxPitch(Paragraph open, double pitch) =>
        pitch > 0 ? 1.4 * pitch : 2.2 * open.Lines[^1].FontSize;

    private static TextAlignment AlignmentOf(TextLine line, TextColumn column)
    {
        double left = line.Left - column.Left;
        double right = column.Right - line.Right;
        double em = line.FontSize;
        if (left > 0.8 * em && Math.Abs(left - right) < Math.Max(em, 0.03 * (column.Right - column.Left)) && right > 0.5 * em)
        {
            return TextAlignment.Center;
        }

        return left > 6 * em && right < em ? TextAlignment.Right : TextAlignment.Left;
    }

    private static bool EndsSentence(TextLine line) => line.Words[^1].Text[^1] is '.' or ';' or ':' or '!' or '?' or ',';

    private static bool IsBold(TextLine line)
    {
        int bold = 0;
        int letters = 0;
        foreach (Word word in line.Words)
        {
            letters += word.Text.Length;
            bold += word.IsBold ? word.Text.Length : 0;
        }

        return bold * 2 > letters;
    }
}
