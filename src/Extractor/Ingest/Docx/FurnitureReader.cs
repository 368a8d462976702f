using System.Collections.Immutable;

namespace Extractor.Ingest.Docx;

/// <summary>Reads headers and footers.</summary>
internal static class FurnitureReader
{
    /// <summary>
    /// Texts of all headers and footers in use. Some offices put the letterhead into the header of the first page: that one is part of the
    /// report and comes back as <paramref name="letterhead"/>, known by the national motto, which nothing but a letterhead bears.
    /// </summary>
    public static ImmutableArray<PlacedText> Read(DocxPackage package, DocxStory story, out List<Block> letterhead)
    {
        letterhead = [];
        var furniture = ImmutableArray.CreateBuilder<PlacedText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? first = story.Sections.Count > 0 ? story.Sections[0].FirstHeader : null;
        // Headers have sections of their own nowhere; the array guards against a file that says otherwise.
        foreach (DocxSection section in story.Sections.ToArray())
        {
            foreach ((bool _, string _, string id) in section.References)
            {
                if (!seen.Add(id) || !package.TryOpenById(id, out WordXml? xml))
                {
                    continue;
                }

                List<Block> blocks;
                using (xml)
                {
                    blocks = new BlockReader(xml, story).Read();
                }

                if (id == first && BlockText.All(blocks).Any(IsMotto))
                {
                    letterhead = blocks;
                }
                else
                {
                    furniture.AddRange(BlockText.All(blocks));
                }
            }
        }

        return furniture.ToImmutable();
    }

    private static bool IsMotto(PlacedText text) =>
        text.Text.Contains("XÃ HỘI CHỦ NGHĨA VIỆT NAM", StringComparison.OrdinalIgnoreCase)
        || text.Text.Contains("Tự do - Hạnh phúc", StringComparison.OrdinalIgnoreCase);
}
