using Extractor.Models;

namespace Extractor.Workers;

/// <summary>How the reading of a file ended.</summary>
public abstract record FileOutcome
{
    private protected FileOutcome()
    {
    }
}

/// <summary>The file was read.</summary>
/// <param name="Json">The result as the worker wrote it: UTF-8, unparsed.</param>
public sealed record FileResult(ReadOnlyMemory<byte> Json) : FileOutcome
{
    /// <summary>What the reading took; null where nobody measured it.</summary>
    public ReadingFigures? Figures { get; init; }
}

/// <summary>The file gave no result.</summary>
/// <param name="Code">Stable name of the reason: that of an <see cref="UnreadableFileException"/>, or one of <see cref="FailureCode"/>.</param>
/// <param name="Text">What to tell the user, in both languages.</param>
public sealed record FileFailure(string Code, LocalText Text) : FileOutcome
{
    /// <summary>Name of the option that was exceeded, if one was.</summary>
    public string? Limit { get; init; }

    /// <summary>Where in the program it happened, for the operator; holds nothing of the document.</summary>
    public string? Detail { get; init; }
}

/// <summary>Reasons the pool itself gives.</summary>
public static class FailureCode
{
    /// <summary>Reading made no progress, or took too long in all.</summary>
    public const string Timeout = "timeout";

    /// <summary>Reading needs more memory than a worker may have.</summary>
    public const string OutOfMemory = "out-of-memory";

    /// <summary>The file ended several workers and is not tried again.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>The request names a report family that is not there.</summary>
    public const string UnknownFamily = "unknown-family";

    /// <summary>An error of the program.</summary>
    public const string Internal = "internal";
}
