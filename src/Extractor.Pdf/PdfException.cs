namespace Extractor.Pdf;

/// <summary>Why a PDF, or a part of it, cannot be read.</summary>
public enum PdfError
{
    /// <summary>The bytes hold no PDF at all.</summary>
    NotPdf,

    /// <summary>No catalog or no page can be found, even by scanning.</summary>
    Damaged,

    /// <summary>A password other than the empty one is needed, or the handler is not known.</summary>
    Encrypted,

    /// <summary>A budget of <see cref="PdfOptions"/> is used up.</summary>
    LimitExceeded,
}

/// <summary>The one exception this library throws for bad input.</summary>
public sealed class PdfException : Exception
{
    /// <summary>Creates the exception for an error of the whole file.</summary>
    public PdfException(PdfError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>Creates the exception for a budget that is used up.</summary>
    public PdfException(string limit, long allowed)
        : base($"The PDF needs more than the {allowed} allowed by {limit}.")
    {
        Error = PdfError.LimitExceeded;
        Limit = limit;
    }

    /// <summary>Why the file cannot be read.</summary>
    public PdfError Error { get; }

    /// <summary>Name of the option that was exceeded, or null.</summary>
    public string? Limit { get; }
}
