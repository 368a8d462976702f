namespace Extractor;

/// <summary>The stages a report goes through, in this order.</summary>
public enum ExtractionStage
{
    /// <summary>From bytes to text, tables and positions.</summary>
    Read,

    /// <summary>Head, report family, tables, and which row is which indicator.</summary>
    Map,

    /// <summary>Values of cells and statements of the prose.</summary>
    Values,

    /// <summary>Rules, and the result put together.</summary>
    Check,
}
