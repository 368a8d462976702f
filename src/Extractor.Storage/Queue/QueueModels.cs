using Extractor.Models;

namespace Extractor.Storage;

/// <summary>A document whose turn has come, leased to one reader.</summary>
/// <param name="Id">Id in the queue.</param>
/// <param name="FileName">Name the sender gave.</param>
/// <param name="Sha256">Digest of the bytes.</param>
/// <param name="Priority">Lower goes first.</param>
/// <param name="Attempts">How often reading was begun, this time included.</param>
/// <param name="Family">Report family to read it as; null lets the content decide.</param>
/// <param name="Language">Language of messages.</param>
public sealed record LeasedDocument(
    long Id, string FileName, string Sha256, int Priority, int Attempts, string? Family, UserLanguage Language)
{
    /// <summary>The answer that was given to the same bytes before, where the lease asked for one.</summary>
    public long? EarlierResult { get; init; }

    /// <summary>Whether the same bytes were set aside before and nobody has released them.</summary>
    public bool IsQuarantined { get; init; }
}

/// <summary>How the reading of a document ended.</summary>
public abstract record DocumentEnd
{
    private protected DocumentEnd()
    {
    }
}

/// <summary>It was read.</summary>
/// <param name="Json">The result, UTF-8.</param>
/// <param name="Versions">What read it.</param>
public sealed record ReadEnd(ReadOnlyMemory<byte> Json, ReadingVersions Versions) : DocumentEnd;

/// <summary>The same bytes were read before.</summary>
/// <param name="ResultId">The earlier result.</param>
public sealed record DuplicateEnd(long ResultId) : DocumentEnd;

/// <summary>There is no result.</summary>
/// <param name="State">The named end.</param>
/// <param name="Reason">Stable name of the reason.</param>
/// <param name="Text">The same for people.</param>
public sealed record FailedEnd(DocumentState State, string Reason, LocalText Text) : DocumentEnd;
