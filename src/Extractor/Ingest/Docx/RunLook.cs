namespace Extractor.Ingest.Docx;

/// <summary>Look of a run; null where it says nothing, so that the level below decides.</summary>
internal readonly record struct RunLook(bool? IsBold, bool? IsItalic, bool? IsHidden, bool? IsRaised, double? FontSize)
{
    /// <summary>This look where it says something, otherwise the other.</summary>
    public RunLook Over(RunLook lower) => new(
        IsBold ?? lower.IsBold, IsItalic ?? lower.IsItalic, IsHidden ?? lower.IsHidden, IsRaised ?? lower.IsRaised, FontSize ?? lower.FontSize);

    /// <summary>Reads the children of the current <c>w:rPr</c>; gives the id of its character style too.</summary>
    public static RunLook Read(WordXml xml, out string? style)
    {
        style = null;
        RunLook look = default;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "rStyle":
                    style = xml.Attribute("val");
                    break;
                default:
                    look = look.With(xml);
                    break;
            }
        }

        return look;
    }

    private RunLook With(WordXml xml) => xml.Name switch
    {
        "b" => this with { IsBold = xml.IsOn() },
        "i" => this with { IsItalic = xml.IsOn() },
        "vanish" => this with { IsHidden = xml.IsOn() },
        "vertAlign" => this with { IsRaised = xml.Attribute("val") == "superscript" },
        "sz" => this with { FontSize = xml.Number() / 2.0 },
        _ => this,
    };
}
