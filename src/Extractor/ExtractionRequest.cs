using Extractor.Models;
using Extractor.Scoring;

namespace Extractor;

/// <summary>What a caller can ask for besides the file.</summary>
public sealed record ExtractionRequest
{
    /// <summary>A request with every default.</summary>
    public static ExtractionRequest Default { get; } = new();

    /// <summary>Report family to read the file as; null lets the content decide.</summary>
    public string? Family { get; init; }

    /// <summary>Language of messages in the result.</summary>
    /// <value>The default value is Vietnamese.</value>
    public UserLanguage Language { get; init; } = UserLanguage.Vietnamese;

    /// <summary>Whether each field says what its confidence is made of.</summary>
    public bool Explain { get; init; }

    /// <summary>Sees what confidences are weighed from; null where nobody learns from them.</summary>
    internal IConfidenceObserver? Observer { get; init; }
}
