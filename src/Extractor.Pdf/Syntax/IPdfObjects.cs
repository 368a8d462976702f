namespace Extractor.Pdf.Syntax;

/// <summary>What dictionaries, arrays and page reading need of the file they come from. Not safe for use by several threads at once.</summary>
internal interface IPdfObjects
{
    /// <summary>The table names are interned in.</summary>
    NameTable Names { get; }

    /// <summary>Limits, deadline and cancellation of the running operation.</summary>
    PdfBudget Budget { get; }

    /// <summary>Follows a reference, and references to references; any other value comes back as it is. Null where nothing is found or a cycle closes.</summary>
    PdfValue Resolve(PdfValue value);

    /// <summary>Decrypts a stream and runs its filters up to the first image filter.</summary>
    DecodedStream Decode(PdfStream stream);

    /// <summary>Where repairs and losses are noted; taken by the document after opening, by the page reader after each page.</summary>
    WarningLog Warnings { get; }
}
