using System.ComponentModel.DataAnnotations;

namespace Extractor.Ingest.Pdf;

/// <summary>Bounds that keep a hostile or absurd PDF from exhausting the machine; the defaults are far above any real report.</summary>
public sealed class PdfReaderOptions
{
    /// <summary>Largest number of pages.</summary>
    /// <value>The default value is 2,000.</value>
    [Range(1, 1_000_000)]
    public int MaxPages { get; set; } = 2_000;

    /// <summary>Largest number of characters and of drawn lines on one page; a page with more is reported as unread.</summary>
    /// <value>The default value is 200,000.</value>
    [Range(1_000, 10_000_000)]
    public int MaxGlyphsPerPage { get; set; } = 200_000;

    /// <summary>Longest time for opening the file, and again for each page, in seconds.</summary>
    /// <value>The default value is 10.</value>
    [Range(1, 3_600)]
    public int MaxSeconds { get; set; } = 10;

    /// <summary>Largest number of bytes of all streams of the file after decoding.</summary>
    /// <value>The default value is 1 GiB.</value>
    [Range(1 << 20, 1L << 40)]
    public long MaxDecodedBytes { get; set; } = 1L << 30;
}
