using Extractor.Api.Telemetry;
using Extractor.Campaigns;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Api.Work;

/// <summary>Reads files nobody has stored, and knows those that were set aside: what ended workers yesterday ends none today, whichever way it comes.</summary>
internal sealed class GuardedWorkers(MeasuredWorkers workers, QuarantineStore quarantine)
{
    /// <inheritdoc cref="IWorkerPool.ExtractAsync"/>
    public async Task<FileOutcome> ExtractAsync(SourceFile file, WorkRequest request, CancellationToken cancellationToken)
    {
        string sha256 = file.ComputeSha256();
        if (await quarantine.HoldsAsync(sha256, cancellationToken))
        {
            return new FileFailure(OutcomeTranslation.Held.Reason, OutcomeTranslation.Held.Text);
        }

        FileOutcome outcome = await workers.ExtractAsync(file, request, cancellationToken);
        if (outcome is FileFailure { Code: FailureCode.Quarantined } failure)
        {
            // Whoever asked may have gone meanwhile; the next one who sends this file must not pay for it again.
            await quarantine.AddAsync(sha256, file.Name, failure.Text, CancellationToken.None);
        }

        return outcome;
    }
}
