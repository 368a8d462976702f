namespace Extractor.Pdf.Content;

/// <summary>The operators that are acted on, packed as the content reader packs them (ISO 32000-2, annex A).</summary>
internal static class Operators
{
    public const uint SaveState = 'q';
    public const uint RestoreState = 'Q';
    public const uint Transform = 'c' | ('m' << 8);
    public const uint LineWidth = 'w';
    public const uint ExtendedState = 'g' | ('s' << 8);

    public const uint BeginText = 'B' | ('T' << 8);
    public const uint CharacterSpacing = 'T' | ('c' << 8);
    public const uint WordSpacing = 'T' | ('w' << 8);
    public const uint HorizontalScale = 'T' | ('z' << 8);
    public const uint Leading = 'T' | ('L' << 8);
    public const uint Font = 'T' | ('f' << 8);
    public const uint RenderMode = 'T' | ('r' << 8);
    public const uint Rise = 'T' | ('s' << 8);
    public const uint MoveText = 'T' | ('d' << 8);
    public const uint MoveTextSetLeading = 'T' | ('D' << 8);
    public const uint TextMatrix = 'T' | ('m' << 8);
    public const uint NextLine = 'T' | ('*' << 8);
    public const uint Show = 'T' | ('j' << 8);
    public const uint ShowSpaced = 'T' | ('J' << 8);
    public const uint NextLineShow = '\'';
    public const uint NextLineShowSpaced = '"';

    public const uint MoveTo = 'm';
    public const uint LineTo = 'l';
    public const uint Curve = 'c';
    public const uint CurveFromCurrent = 'v';
    public const uint CurveToFinal = 'y';
    public const uint ClosePath = 'h';
    public const uint Rectangle = 'r' | ('e' << 8);
    public const uint StrokePath = 'S';
    public const uint CloseAndStroke = 's';
    public const uint FillPath = 'f';
    public const uint FillPathOld = 'F';
    public const uint FillEvenOdd = 'f' | ('*' << 8);
    public const uint FillAndStroke = 'B';
    public const uint FillAndStrokeEvenOdd = 'B' | ('*' << 8);
    public const uint CloseFillAndStroke = 'b';
    public const uint CloseFillAndStrokeEvenOdd = 'b' | ('*' << 8);
    public const uint EndPath = 'n';
    public const uint Clip = 'W';
    public const uint ClipEvenOdd = 'W' | ('*' << 8);

    public const uint FillGray = 'g';
    public const uint StrokeGray = 'G';
    public const uint FillRgb = 'r' | ('g' << 8);
    public const uint StrokeRgb = 'R' | ('G' << 8);
    public const uint FillCmyk = 'k';
    public const uint StrokeCmyk = 'K';
    public const uint FillSpace = 'c' | ('s' << 8);
    public const uint StrokeSpace = 'C' | ('S' << 8);
    public const uint FillColor = 's' | ('c' << 8);
    public const uint StrokeColor = 'S' | ('C' << 8);
    public const uint FillColorNamed = 's' | ('c' << 8) | ('n' << 16);
    public const uint StrokeColorNamed = 'S' | ('C' << 8) | ('N' << 16);

    public const uint DrawObject = 'D' | ('o' << 8);
    public const uint InlineImage = 'E' | ('I' << 8);
    public const uint BeginMarked = 'B' | ('M' << 8) | ('C' << 16);
    public const uint BeginMarkedWithProperties = 'B' | ('D' << 8) | ('C' << 16);
    public const uint EndMarked = 'E' | ('M' << 8) | ('C' << 16);
}
