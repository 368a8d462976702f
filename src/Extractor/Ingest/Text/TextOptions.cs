using System.ComponentModel.DataAnnotations;

namespace Extractor.Ingest.Text;

/// <summary>Bounds that keep a hostile or absurd text file from exhausting the machine; the defaults are far above any real report.</summary>
public sealed class TextOptions
{
    /// <summary>Largest number of lines, empty ones included.</summary>
    /// <value>The default value is 1,000,000.</value>
    [Range(1, 100_000_000)]
    public int MaxLines { get; set; } = 1_000_000;

    /// <summary>Largest number of characters on one line.</summary>
    /// <value>The default value is 100,000.</value>
    [Range(80, 10_000_000)]
    public int MaxLineLength { get; set; } = 100_000;

    /// <summary>Largest number of words of one table whose columns run together.</summary>
    /// <value>The default value is 1,000,000.</value>
    [Range(1, 100_000_000)]
    public int MaxTableWords { get; set; } = 1_000_000;

    /// <summary>Largest number of rows of one table parted by tabs or strokes.</summary>
    /// <value>The default value is 100,000.</value>
    [Range(1, 10_000_000)]
    public int MaxTableRows { get; set; } = 100_000;

    /// <summary>Largest number of columns of one table parted by tabs or strokes.</summary>
    /// <value>The default value is 1,024.</value>
    [Range(1, 16_384)]
    public int MaxTableColumns { get; set; } = 1_024;
}
