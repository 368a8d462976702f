namespace Extractor.Ingest.Docx.Numbering;

/// <summary>One level of a list.</summary>
/// <param name="Start">First number.</param>
/// <param name="Format">How numbers are written, as the file names it ("decimal", "upperRoman", …).</param>
/// <param name="Text">Pattern such as "%1.%2.".</param>
/// <param name="Suffix">What follows: "tab", "space" or "nothing".</param>
/// <param name="RestartAfter">Level (from 1) whose use restarts this one; 0 never; null any higher level.</param>
/// <param name="IsLegal">Whether numbers of higher levels are written in decimal whatever their own format.</param>
/// <param name="ParagraphStyle">Style whose paragraphs take this level.</param>
/// <param name="Font">Font of the label; tells the symbol a bullet is.</param>
/// <param name="IsHidden">Whether the label is hidden text.</param>
internal sealed record NumberingLevel(
    int Start, string Format, string Text, string Suffix, int? RestartAfter, bool IsLegal, string? ParagraphStyle, string? Font, bool IsHidden)
{
    /// <summary>Reads the current <c>w:lvl</c>.</summary>
    public static NumberingLevel Read(WordXml xml)
    {
        var level = new NumberingLevel(0, "decimal", "", "tab", null, false, null, null, false);
        Collect(xml, ref level);

        return level;
    }

    private static void Collect(WordXml xml, ref NumberingLevel level)
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            // Word 2010 writes custom formats as an alternative; the fall-back is the one every program shows.
            if (xml.Vocabulary == Vocabulary.Compatibility)
            {
                if (xml.Name is "AlternateContent" or "Fallback")
                {
                    Collect(xml, ref level);
                }

                continue;
            }

            level = With(level, xml);
        }
    }

    private static NumberingLevel With(NumberingLevel level, WordXml xml)
    {
        string value = xml.Attribute("val") ?? "";
        switch (xml.Name)
        {
            case "start":
                return level with { Start = xml.Number() ?? 0 };
            case "numFmt":
                return level with { Format = value };
            case "lvlText":
                return level with { Text = value };
            case "suff":
                return level with { Suffix = value };
            case "lvlRestart":
                return level with { RestartAfter = xml.Number() };
            case "isLgl":
                return level with { IsLegal = xml.IsOn() };
            case "pStyle":
                return level with { ParagraphStyle = value };
            case "rPr":
                return WithRun(level, xml);
            default:
                return level;
        }
    }

    private static NumberingLevel WithRun(NumberingLevel level, WordXml xml)
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            level = xml.Name switch
            {
                "rFonts" => level with { Font = xml.Attribute("ascii") ?? xml.Attribute("hAnsi") },
                "vanish" => level with { IsHidden = xml.IsOn() },
                _ => level,
            };
        }

        return level;
    }
}
