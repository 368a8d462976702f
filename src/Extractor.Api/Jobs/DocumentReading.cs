using System.Text.Json;
using Extractor.Api.Telemetry;
using Extractor.Campaigns;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Api.Jobs;

/// <summary>Reads leased documents and writes their ends.</summary>
internal sealed partial class DocumentReading(
    DocumentQueue queue, IOriginalStore originals, MeasuredWorkers workers, ILogger<DocumentReading> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Reads a document.</summary>
    /// <returns>How it ended; null where it was given back for a reason that is not its own.</returns>
    /// <exception cref="OperationCanceledException">The service stops; the document has been given back.</exception>
    public async Task<DocumentEnd?> ReadAsync(LeasedDocument document, string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await EndOfAsync(document, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WorkersUnavailableException or IOException || queue.IsTransient(exception))
        {
            // Nothing of this is the document's fault.
            await GiveBackAsync(document, owner);
            cancellationToken.ThrowIfCancellationRequested();
            LogPostponed(logger, document.Id, exception);
            await Task.Delay(Pause, cancellationToken);
            return null;
        }
    }

    /// <summary>
    /// Writes the end of a document. It must be reached once the document was read: as long as this process lives it holds the lease, so it tries until the
    /// database takes it.
    /// </summary>
    /// <exception cref="OperationCanceledException">The service stops; the lease runs out.</exception>
    public async Task StoreAsync(LeasedDocument document, string owner, DocumentEnd end, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await queue.FinishAsync(document, owner, end, cancellationToken);
                return;
            }
            catch (JsonException exception) when (end is ReadEnd)
            {
                LogBroken(logger, document.Id, exception);
                end = OutcomeTranslation.BrokenResult;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogPostponed(logger, document.Id, exception);
                await Task.Delay(queue.IsTransient(exception) ? TransientErrors.Pause : Pause, cancellationToken);
            }
        }
    }

    private async Task<DocumentEnd> EndOfAsync(LeasedDocument document, CancellationToken cancellationToken)
    {
        if (document.EarlierResult is { } earlier)
        {
            return new DuplicateEnd(earlier);
        }

        if (document.IsQuarantined)
        {
            return OutcomeTranslation.Held;
        }

        byte[]? bytes;
        try
        {
            bytes = await originals.ReadAsync(document.Sha256, cancellationToken);
        }
        catch (InvalidDataException)
        {
            bytes = null;
        }

        if (bytes is null)
        {
            return OutcomeTranslation.LostOriginal;
        }

        var request = new WorkRequest
        {
            Extraction = new ExtractionRequest { Family = document.Family, Language = document.Language },
            Priority = document.Priority == 0 ? WorkPriority.Interactive : WorkPriority.Batch,
        };
        return OutcomeTranslation.EndOf(await workers.ExtractAsync(new SourceFile(document.FileName, bytes), request, cancellationToken));
    }

    private async Task GiveBackAsync(LeasedDocument document, string owner)
    {
        try
        {
            await queue.ReleaseAsync(document, owner, CancellationToken.None);
        }
        catch (Exception exception) when (queue.IsTransient(exception))
        {
            // The lease runs out by itself once nobody renews it.
            LogPostponed(logger, document.Id, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Document {Id} has to wait.")]
    private static partial void LogPostponed(ILogger logger, long id, Exception exception);

    [LoggerMessage(LogLevel.Error, "The answer to document {Id} is no result.")]
    private static partial void LogBroken(ILogger logger, long id, Exception exception);
}
