namespace Extractor.Pdf;

/// <summary>Budgets that keep a hostile file from using up the machine; each ends in a <see cref="PdfException"/>.</summary>
public sealed record PdfOptions
{
    /// <summary>The budgets used when none are given.</summary>
    public static PdfOptions Default { get; } = new();

    /// <summary>Nesting of arrays, dictionaries, page-tree nodes, forms and object streams.</summary>
    /// <value>The default value is 100.</value>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Indirect objects of the file.</summary>
    /// <value>The default value is 5,000,000.</value>
    public int MaxObjects { get; init; } = 5_000_000;

    /// <summary>Pages of the file.</summary>
    /// <value>The default value is 20,000.</value>
    public int MaxPages { get; init; } = 20_000;

    /// <summary>Content operators of one page, forms included.</summary>
    /// <value>The default value is 5,000,000.</value>
    public int MaxOperatorsPerPage { get; init; } = 5_000_000;

    /// <summary>Glyphs of one page.</summary>
    /// <value>The default value is 1,000,000.</value>
    public int MaxGlyphsPerPage { get; init; } = 1_000_000;

    /// <summary>Bytes of one stream after decoding.</summary>
    /// <value>The default value is 256 MiB.</value>
    public long MaxStreamBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of all streams after decoding.</summary>
    /// <value>The default value is 2 GiB.</value>
    public long MaxTotalStreamBytes { get; init; } = 2L << 30;

    /// <summary>Time for opening the file and, again, for each page.</summary>
    /// <value>The default value is 10 seconds.</value>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);
}
