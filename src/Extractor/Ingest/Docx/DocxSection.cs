namespace Extractor.Ingest.Docx;

/// <summary>Heads and feet of a section.</summary>
/// <param name="References">Relationship ids of its headers and footers with the pages they are for ("first", "default", "even").</param>
/// <param name="HasFirstPage">Whether the first page has its own.</param>
internal sealed record DocxSection(List<(bool IsHeader, string Pages, string Id)> References, bool HasFirstPage)
{
    /// <summary>Relationship id of the header the first page shows; null if it has none.</summary>
    public string? FirstHeader
    {
        get
        {
            string pages = HasFirstPage ? "first" : "default";
            return References.Find(r => r.IsHeader && r.Pages == pages).Id;
        }
    }

    /// <summary>Reads the current <c>w:sectPr</c>.</summary>
    public static DocxSection Read(WordXml xml)
    {
        var references = new List<(bool, string, string)>();
        bool hasFirstPage = false;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "headerReference" or "footerReference" && xml.RelationshipId() is { } id)
            {
                references.Add((xml.Name == "headerReference", xml.Attribute("type") ?? "default", id));
            }
            else if (xml.Is("titlePg"))
            {
                hasFirstPage = xml.IsOn();
            }
        }

        return new DocxSection(references, hasFirstPage);
    }
}
