namespace Extractor.Ingest.Docx;

/// <summary>Content that a file holds several times for programs of different age (ISO/IEC 29500-3): it must be read once.</summary>
internal static class AlternateContent
{
    /// <summary>Reads the first alternative of the current element that gives anything.</summary>
    /// <param name="xml">Stands on <c>mc:AlternateContent</c>.</param>
    /// <param name="readChildren">Reads the children of the current element and tells whether it found anything.</param>
    public static void Read(WordXml xml, Func<bool> readChildren)
    {
        bool isDone = false;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!isDone && xml.Name is "Choice" or "Fallback")
            {
                isDone = !isDone && readChildren();
            }
        }
    }
}
