using Extractor.Api.Problems;
using Extractor.Api.Telemetry;
using Extractor.Api.Work;
using Extractor.Campaigns;
using Extractor.Models;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Api.Jobs;

/// <summary>
/// Explains a stored answer by reading its original again: the same bytes read by the same versions give the same answer, so nothing of an explanation,
/// which is several times as long, has to be stored.
/// </summary>
internal sealed class ResultExplanation(ResultStore results, IOriginalStore originals, WorkQueue queue, MeasuredWorkers workers)
{
    /// <returns>The answer with explanations, as JSON in UTF-8; null where there is none, or no original any more.</returns>
    /// <exception cref="ProblemException">Another version gave the answer, or too many wait.</exception>
    public async Task<byte[]?> ExplainAsync(long id, UserLanguage language, CancellationToken cancellationToken)
    {
        if (await results.OriginOfAsync(id, cancellationToken) is not { } origin)
        {
            return null;
        }

        if (origin.Versions != ModelVersion.Current)
        {
            throw StoredProblem.OtherVersion();
        }

        using WorkQueue.Place place = queue.Enter(bytes: null);
        if (await originals.ReadAsync(origin.Sha256, cancellationToken) is not { } bytes)
        {
            return null;
        }

        var request = new WorkRequest { Extraction = new ExtractionRequest { Family = origin.Family, Language = language, Explain = true } };
        return await workers.ExtractAsync(new SourceFile(origin.FileName, bytes), request, cancellationToken) switch
        {
            FileResult result => result.Json.ToArray(),
            FileFailure failure => throw new FailedFileException(failure),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }
}
