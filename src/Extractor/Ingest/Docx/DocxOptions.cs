using System.ComponentModel.DataAnnotations;

namespace Extractor.Ingest.Docx;

/// <summary>Bounds that keep a hostile or absurd word processing file from exhausting the machine; the defaults are far above any real report.</summary>
public sealed class DocxOptions
{
    /// <summary>Largest number of entries in the package.</summary>
    /// <value>The default value is 10,000.</value>
    [Range(1, 1_000_000)]
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>Largest number of bytes one part may unpack to.</summary>
    /// <value>The default value is 128 MiB.</value>
    [Range(1024, 1L << 32)]
    public long MaxPartBytes { get; set; } = 128L << 20;

    /// <summary>Deepest nesting of XML elements.</summary>
    /// <value>The default value is 256.</value>
    [Range(16, 1024)]
    public int MaxDepth { get; set; } = 256;

    /// <summary>Deepest nesting of tables and text boxes inside each other.</summary>
    /// <value>The default value is 16.</value>
    [Range(1, 64)]
    public int MaxNesting { get; set; } = 16;

    /// <summary>Largest number of paragraphs, those in cells and notes included.</summary>
    /// <value>The default value is 2,000,000.</value>
    [Range(1, 100_000_000)]
    public int MaxParagraphs { get; set; } = 2_000_000;

    /// <summary>Largest number of rows of one table.</summary>
    /// <value>The default value is 100,000.</value>
    [Range(1, 10_000_000)]
    public int MaxTableRows { get; set; } = 100_000;

    /// <summary>Largest number of columns of one table.</summary>
    /// <value>The default value is 1,024.</value>
    [Range(1, 16_384)]
    public int MaxTableColumns { get; set; } = 1_024;

    /// <summary>Largest number of grid positions (rows times columns) of one table.</summary>
    /// <value>The default value is 4,000,000.</value>
    [Range(1, 100_000_000)]
    public int MaxTablePositions { get; set; } = 4_000_000;
}
