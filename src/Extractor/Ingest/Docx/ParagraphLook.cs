namespace Extractor.Ingest.Docx;

/// <summary>Properties of a paragraph that matter here; null where it says nothing.</summary>
/// <param name="Alignment">Horizontal alignment.</param>
/// <param name="NumberingId">List it belongs to; 0 takes it out of the list of its style.</param>
/// <param name="Level">Level in that list, from 0.</param>
internal readonly record struct ParagraphLook(TextAlignment? Alignment, int? NumberingId, int? Level)
{
    /// <summary>These properties where they say something, otherwise the other.</summary>
    public ParagraphLook Over(ParagraphLook lower) =>
        new(Alignment ?? lower.Alignment, NumberingId ?? lower.NumberingId, Level ?? lower.Level);

    /// <summary>Takes up the current element if it is one of these properties.</summary>
    public ParagraphLook With(WordXml xml)
    {
        switch (xml.Name)
        {
            case "jc":
                return this with { Alignment = AlignmentOf(xml.Attribute("val")) };
            case "numPr":
                ParagraphLook look = this;
                int depth = xml.Depth;
                while (xml.NextChild(depth))
                {
                    look = xml.Name switch
                    {
                        "numId" => look with { NumberingId = xml.Number() },
                        "ilvl" => look with { Level = xml.Number() },
                        _ => look,
                    };
                }

                return look;
            default:
                return this;
        }
    }

    private static TextAlignment AlignmentOf(string? value) => value switch
    {
        "center" => TextAlignment.Center,
        "right" or "end" => TextAlignment.Right,
        _ => TextAlignment.Left,
    };
}
