namespace Extractor.Ingest.Docx;

/// <summary>Names of parts (ISO/IEC 29500-2, 8.2).</summary>
internal static class PartName
{
    /// <summary>Joins a relationship's target with the folder of its source; "/word/x.xml" is absolute, "../x.xml" climbs but never out of the package.</summary>
    public static string Resolve(string folder, string target)
    {
        string path = target.StartsWith('/') ? target : folder + target;
        var segments = new List<string>();
        foreach (string segment in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
