namespace Extractor.Ingest.Text;

/// <summary>How far the lines of a text stand apart.</summary>
internal static class LineGaps
{
    /// <summary>Line ends between two lines of one paragraph: 1, or 2 where the file has an empty line after each line.</summary>
    public static int Usual(IEnumerable<TextLine> lines)
    {
        int single = 0, wider = 0, gap = 1;
        foreach (TextLine line in lines)
        {
            if (line.IsBlank)
            {
                gap++;
                continue;
            }

            single += gap == 1 ? 1 : 0;
            wider += gap == 2 ? 1 : 0;
            gap = 1;
        }

        return wider > single ? 2 : 1;
    }
}
