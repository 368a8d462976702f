using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Storage;

/// <summary>A job somebody wants done.</summary>
public sealed record NewJob
{
    /// <summary>Report family to read the files as; null lets the content decide.</summary>
    public string? Family { get; init; }

    /// <summary>Language of messages in the results.</summary>
    public UserLanguage Language { get; init; }

    /// <summary>Lower goes first: 0 where somebody waits, 1 for campaigns.</summary>
    public int Priority { get; init; }

    /// <summary>Id of the key that sent it; null without keys.</summary>
    public string? Owner { get; init; }

    /// <summary>What makes a repeated request the same request; null where the client gave nothing.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>A file of a new job; its bytes lie in the store of originals already.</summary>
/// <param name="FileName">Name the sender gave; metadata only.</param>
/// <param name="Sha256">Digest of the bytes.</param>
/// <param name="Bytes">Size.</param>
public sealed record NewDocument(string FileName, string Sha256, long Bytes);

/// <summary>A job and where its documents are.</summary>
/// <param name="Id">Id of the job.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="CancelledAt">When it was cancelled; null if it was not.</param>
/// <param name="Total">Number of its documents.</param>
/// <param name="Counts">Documents in each state that has any.</param>
public sealed record JobSummary(
    string Id, DateTimeOffset CreatedAt, DateTimeOffset? CancelledAt, int Total, ImmutableSortedDictionary<DocumentState, int> Counts)
{
    /// <summary>Documents at the end of their way.</summary>
    public int Finished => Counts.Where(count => count.Key.IsFinal()).Sum(count => count.Value);

    /// <summary>Computed from the documents, never set.</summary>
    public JobState State => this switch
    {
        _ when Finished == Total => CancelledAt is null ? JobState.Finished : JobState.Cancelled,
        _ when Finished == 0 && !Counts.ContainsKey(DocumentState.Reading) => JobState.Queued,
        _ => JobState.Running,
    };
}

/// <summary>Where a job is.</summary>
public enum JobState
{
    /// <summary>No document's turn has come yet.</summary>
    Queued,

    /// <summary>Some documents are read or being read, others wait.</summary>
    Running,

    /// <summary>Every document is in a named end.</summary>
    Finished,

    /// <summary>Every document is in a named end; those whose turn had not come were cancelled.</summary>
    Cancelled,
}

/// <summary>A document of a job.</summary>
/// <param name="Ordinal">Place in the job, from 0.</param>
/// <param name="FileName">Name the sender gave; empty once it was deleted.</param>
/// <param name="Sha256">Digest of the bytes.</param>
/// <param name="Bytes">Size.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">How often reading was begun.</param>
/// <param name="Reason">Stable name of why there is no result.</param>
/// <param name="ReasonText">The same for people.</param>
/// <param name="ResultId">Its result.</param>
/// <param name="FinishedAt">When its way ended.</param>
public sealed record JobDocument(
    int Ordinal, string FileName, string Sha256, long Bytes, DocumentState State, int Attempts, string? Reason, LocalText? ReasonText,
    long? ResultId, DateTimeOffset? FinishedAt);

/// <summary>The same key came with another request.</summary>
/// <param name="key">The key.</param>
public sealed class IdempotencyMismatchException(string key) : Exception($"The key '{key}' was used for another request.");

/// <summary>A job cannot be deleted while documents of it are on their way.</summary>
public sealed class JobRunningException() : Exception("Documents of the job are on their way.");
