using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Features;

/// <summary>A job and how far it is.</summary>
/// <param name="Id">Id of the job.</param>
/// <param name="State">Computed from the states of its documents.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="CancelledAt">When it was cancelled; null if it was not.</param>
/// <param name="Progress">Documents in all, at their end, and in each state.</param>
/// <param name="Documents">Some of its documents in order.</param>
/// <param name="Next">Address of the documents after these; null where there are none.</param>
public sealed record JobAnswer(
    string Id, JobState State, DateTimeOffset CreatedAt, DateTimeOffset? CancelledAt, JobProgress Progress, IReadOnlyList<DocumentAnswer> Documents,
    string? Next);

/// <summary>How far a job is.</summary>
/// <param name="Total">Documents of the job.</param>
/// <param name="Finished">Documents in a named end.</param>
/// <param name="States">Number of documents in each state.</param>
public sealed record JobProgress(int Total, int Finished, IReadOnlyDictionary<string, int> States);

/// <summary>A document of a job.</summary>
/// <param name="Ordinal">Its place in the request, from 0.</param>
/// <param name="FileName">Name the sender gave; empty once it was deleted.</param>
/// <param name="Sha256">Digest of the bytes.</param>
/// <param name="Bytes">Size.</param>
/// <param name="State">Where it is; a document ends in exactly one of the named ends.</param>
/// <param name="Attempts">How often reading was begun.</param>
/// <param name="Reason">Why there is no result; null where there is one or none yet.</param>
/// <param name="Result">Its result; null where there is none.</param>
/// <param name="FinishedAt">When its way ended.</param>
public sealed record DocumentAnswer(
    int Ordinal, string FileName, string Sha256, long Bytes, DocumentState State, int Attempts, ReasonAnswer? Reason, ResultLink? Result,
    DateTimeOffset? FinishedAt);

/// <summary>Why there is no result.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Message">What the user can do.</param>
public sealed record ReasonAnswer(string Code, string? Message);

/// <summary>Where a result is.</summary>
/// <param name="Id">Id of the result.</param>
/// <param name="Href">Its address.</param>
public sealed record ResultLink(long Id, string Href)
{
    internal static ResultLink Of(long id) => new(id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/v1/results/{id}"));
}

/// <summary>Makes answers of what the store says.</summary>
internal static class JobAnswers
{
    public static string AddressOf(string id) => $"/v1/jobs/{id}";

    public static JobAnswer Of(JobSummary job, IReadOnlyList<JobDocument> documents, UserLanguage language)
    {
        int after = documents.Count == 0 ? job.Total : documents[^1].Ordinal + 1;
        return new JobAnswer(
            job.Id, job.State, job.CreatedAt, job.CancelledAt,
            new JobProgress(job.Total, job.Finished, job.Counts.ToDictionary(count => ContractWords.Of(count.Key), count => count.Value)),
            [.. documents.Select(document => Of(document, language))],
            after < job.Total ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{AddressOf(job.Id)}?from={after}") : null);
    }

    private static DocumentAnswer Of(JobDocument document, UserLanguage language) => new(
        document.Ordinal, document.FileName, document.Sha256, document.Bytes, document.State, document.Attempts,
        document.Reason is { } reason ? new ReasonAnswer(reason, document.ReasonText?.In(language)) : null,
        document.ResultId is { } id ? ResultLink.Of(id) : null, document.FinishedAt);
}
