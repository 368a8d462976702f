namespace Extractor.Ingest.Docx;

/// <summary>Content controls (<c>w:sdt</c>), which wrap runs, paragraphs, rows or cells.</summary>
internal static class ContentControl
{
    /// <summary>Reads what the current control holds; its prompt ("Click here to enter text") is nothing the author wrote.</summary>
    public static void Read(WordXml xml, Action readChildren)
    {
        bool isPrompt = false;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("sdtPr"))
            {
                int inner = xml.Depth;
                while (xml.NextChild(inner))
                {
                    isPrompt |= xml.Is("showingPlcHdr") && xml.IsOn();
                }
            }
            else if (xml.Is("sdtContent") && !isPrompt)
            {
                readChildren();
            }
        }
    }
}
